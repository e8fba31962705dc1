import type { ScalarShape, Shape } from '../schema/shape.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';
import { scalarType } from '../yaml/scalar.ts';

/** The shapes without `oneOf` around them. */
export function alternatives(shape: Shape): readonly Exclude<Shape, { kind: 'oneOf' }>[] {
  return shape.kind === 'oneOf' ? shape.shapes.flatMap(alternatives) : [shape];
}

/** The first alternative that a node of this kind can be meant as. */
export function choose(
  node: YamlNode | undefined,
  shape: Shape,
): Exclude<Shape, { kind: 'oneOf' }> | undefined {
  return alternatives(shape).find((one) => fits(node, one));
}

function fits(node: YamlNode | undefined, shape: Exclude<Shape, { kind: 'oneOf' }>): boolean {
  if (shape.kind === 'any') return true;
  if (node === undefined) return shape.kind === 'null';
  switch (node.kind) {
    case 'map':
      return shape.kind === 'map' || shape.kind === 'names';
    case 'list':
      return shape.kind === 'list';
    case 'scalar':
      return fitsScalar(node, shape);
    case 'alias':
      return true;
  }
}

function fitsScalar(scalar: YamlScalar, shape: Exclude<Shape, { kind: 'oneOf' }>): boolean {
  if (shape.kind === 'map' || shape.kind === 'names' || shape.kind === 'list' || shape.kind === 'any')
    return false;
  return hasVariable(scalar) || acceptsType(scalar, shape);
}

function acceptsType(scalar: YamlScalar, shape: ScalarShape): boolean {
  const type = scalarType(scalar);
  switch (shape.kind) {
    case 'text':
      return type === 'text';
    case 'number':
      return type === 'number';
    case 'null':
      return type === 'null';
    case 'boolean':
      return type === 'boolean' || (!shape.strict && booleanWord.test(scalar.value));
  }
}

/** What Compose reads as a boolean where it wants one. */
export const booleanWord = /^(?:true|false|y|yes|n|no|on|off)$/i;

/** Whether the value is known only when Compose has replaced its variables. */
export function hasVariable(scalar: YamlScalar): boolean {
  return scalar.value.includes('$') && /(?:^|[^$])(?:\$\$)*\$[{A-Za-z_]/.test(scalar.value);
}
