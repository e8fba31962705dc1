import type { Attribute, MapShape } from '../schema/shape.ts';

/** What a key means in a map. Own keys only: a file may have a key `constructor`. */
export function attributeOf(shape: MapShape, key: string): Attribute | undefined {
  return Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
}
