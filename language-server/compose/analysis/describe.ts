import type { Shape } from '../schema/shape.ts';
import type { YamlNode } from '../yaml/node.ts';
import { scalarType } from '../yaml/scalar.ts';
import { alternatives } from './choose.ts';
import type { Path } from './problem.ts';

/** What a value may be, in words: `a list or a map`. */
export function describeShape(shape: Shape): string {
  const words = [...new Set(alternatives(shape).flatMap((one) => kindOf(one) ?? []))];
  const last = words.pop() ?? 'something else';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

function kindOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'text':
      return 'text';
    case 'number':
      return shape.integer ? 'a whole number' : 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'list':
      return 'a list';
    case 'map':
    case 'names':
      return 'a map';
    default:
      return undefined;
  }
}

/** What a value is, in words. */
export function describeNode(node: YamlNode): string {
  switch (node.kind) {
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'alias':
      return 'an alias of something else';
    case 'scalar': {
      const type = scalarType(node);
      if (type === 'text') return 'text';
      if (type === 'null') return 'nothing';
      return type === 'number' ? 'a number' : 'a boolean';
    }
  }
}

/** What a message calls the value at a path: its key, or an item of it. */
export function describePlace(path: Path): string {
  const key = path.findLast((segment) => segment !== '[]');
  if (key === undefined) return 'The file';
  return path.at(-1) === '[]' ? `An item of \`${key}\`` : `\`${key}\``;
}
