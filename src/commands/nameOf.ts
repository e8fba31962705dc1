import { counted } from '../words/counted.ts';
import { shortId, shortReference } from '../words/shortId.ts';
import type { Selection } from './selection.ts';

/** What a person calls an object. */
export function nameOf(selection: Selection): string {
  switch (selection.kind) {
    case 'container':
    case 'network':
    case 'volume':
    case 'group':
    case 'repository':
      return selection.name;
    case 'image':
      return shortReference(selection.reference);
    case 'node':
      return selection.hostname;
    case 'host':
      return selection.host.name;
    case 'port':
      return `${selection.port.publicPort ?? selection.port.privatePort}/${selection.port.protocol}`;
    case 'mount':
      return selection.mount.destination;
    case 'connection':
      return selection.container?.name ?? shortId(selection.containerId);
  }
}

/** The one object's name, or how many there are: `web`, `3 containers`. */
export function nameAll(objects: readonly Selection[]): string {
  const [first] = objects;
  if (first === undefined) return 'nothing';
  return objects.length === 1 ? nameOf(first) : counted(objects.length, first.kind);
}
