import { schema } from './schema.ts';
import type { Shape } from './shape.ts';

/** All paths of the schema, one a key: `services.*.ports[].published`. Sorted. */
export function schemaPaths(): readonly string[] {
  const paths = new Set<string>();
  walk(schema, '', paths);
  return [...paths].sort();
}

function walk(shape: Shape, path: string, paths: Set<string>): void {
  switch (shape.kind) {
    case 'map':
      for (const [key, attribute] of Object.entries(shape.keys)) {
        const own = path === '' ? key : `${path}.${key}`;
        paths.add(own);
        walk(attribute.shape, own, paths);
      }
      return;
    case 'names':
      walk(shape.of, `${path}.*`, paths);
      return;
    case 'list':
      walk(shape.of, `${path}[]`, paths);
      return;
    case 'oneOf':
      for (const one of shape.shapes) walk(one, path, paths);
      return;
    default:
  }
}
