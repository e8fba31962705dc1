import type { Kind, ObjectOf } from './kinds/kind.ts';

/** What became of the objects of one kind since the change before. Objects are immutable: a changed one is a new value. */
export interface Change<K extends Kind = Kind> {
  readonly kind: K;
  readonly added: readonly ObjectOf<K>[];
  readonly changed: readonly ObjectOf<K>[];
  /** Ids. */
  readonly removed: readonly string[];
}
