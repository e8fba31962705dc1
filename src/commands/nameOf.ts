import { t } from '@vscode/l10n';
import { shortId, shortReference } from '../words/shortId.ts';
import type { Selection, SelectionKind } from './selection.ts';

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
    case 'layer':
      return selection.layer.command;
    case 'buildCache':
      return selection.entry.description || selection.id;
    case 'connection':
      return selection.container?.name ?? shortId(selection.containerId);
  }
}

/** The one object's name, or how many there are: `web`, `3 containers`. */
export function nameAll(objects: readonly Selection[]): string {
  const [first] = objects;
  if (first === undefined) return t('nothing');
  return objects.length === 1 ? nameOf(first) : several[first.kind](objects.length);
}

const several: { readonly [K in SelectionKind]: (count: number) => string } = {
  container: (count) => t('{0} containers', count),
  image: (count) => t('{0} images', count),
  network: (count) => t('{0} networks', count),
  volume: (count) => t('{0} volumes', count),
  node: (count) => t('{0} nodes', count),
  host: (count) => t('{0} hosts', count),
  group: (count) => t('{0} groups', count),
  repository: (count) => t('{0} repositories', count),
  port: (count) => t('{0} ports', count),
  mount: (count) => t('{0} mounts', count),
  connection: (count) => t('{0} connections', count),
  layer: (count) => t('{0} layers', count),
  buildCache: (count) => t('{0} records of the build cache', count),
};
