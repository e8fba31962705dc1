import type { Span } from '../../text/span.ts';
import { isPath, splitMount } from '../grammar/mount.ts';
import type { Reference } from '../schema/shape.ts';
import { pairOf, type YamlMap, type YamlScalar } from '../yaml/node.ts';
import { partOf } from '../yaml/scalar.ts';

/** The part of a value that names something declared; nothing where it names nothing, or by a variable. */
export function nameIn(
  scalar: YamlScalar,
  reference: Reference,
  context: { readonly text: string; readonly parent: YamlMap | undefined },
): { readonly name: string; readonly span: Span } | undefined {
  const range = rangeOf(scalar.value, reference.part, context.parent);
  if (range === undefined) return undefined;
  const name = scalar.value.slice(range.start, range.end);
  if (name === '' || name.includes('$')) return undefined;
  return { name, span: partOf(context.text, scalar, range.start, range.end) };
}

function rangeOf(value: string, part: Reference['part'], parent: YamlMap | undefined): Span | undefined {
  const whole = { start: 0, end: value.length };
  switch (part) {
    case 'whole':
      return whole;
    case 'link': {
      if (value.startsWith('container:')) return undefined;
      const colon = value.indexOf(':');
      return colon === -1 ? whole : { start: 0, end: colon };
    }
    case 'mode':
      return value.startsWith('service:') ? { start: 'service:'.length, end: value.length } : undefined;
    case 'mount': {
      const { source } = splitMount(value);
      if (source === undefined || isPath(source.text)) return undefined;
      return { start: source.start, end: source.start + source.text.length };
    }
    case 'source': {
      const type = parent && pairOf(parent, 'type')?.value;
      return type?.kind === 'scalar' && type.value === 'volume' ? whole : undefined;
    }
    case 'extends':
      // A service of another file.
      return parent !== undefined && pairOf(parent, 'file') !== undefined ? undefined : whole;
  }
}
