import type { Change } from '../change.ts';
import type { Kind, ObjectOf } from '../kinds/kind.ts';
import { sameValue } from './sameValue.ts';

/** The objects of one kind as last read. An object that is read again and is equal stays the value it was. */
export interface Store<K extends Kind> {
  readonly loaded: boolean;
  /** The same array until something changes. */
  list(): readonly ObjectOf<K>[];
  get(id: string): ObjectOf<K> | undefined;
  /** These are all there are. Returns what became of them; undefined where nothing did. */
  replaceAll(objects: readonly ObjectOf<K>[]): Change<K> | undefined;
  /** Of these ids, these are all there are. */
  replaceSome(ids: readonly string[], objects: readonly ObjectOf<K>[]): Change<K> | undefined;
}

/** Makes an empty store. */
export function createStore<K extends Kind>(kind: K): Store<K> {
  const objects = new Map<string, ObjectOf<K>>();
  /** Undefined when it is not up to date: a storm changes often what is asked for seldom. */
  let listed: readonly ObjectOf<K>[] | undefined;
  let loaded = false;

  function replace(ids: Iterable<string>, fresh: readonly ObjectOf<K>[]): Change<K> | undefined {
    const added: ObjectOf<K>[] = [];
    const changed: ObjectOf<K>[] = [];
    const present = new Set<string>();
    for (const object of fresh) {
      present.add(object.id);
      const former = objects.get(object.id);
      if (former !== undefined && sameValue(former, object)) continue;
      (former === undefined ? added : changed).push(object);
      objects.set(object.id, object);
    }
    const removed = [...ids].filter((id) => !present.has(id) && objects.delete(id));
    if (added.length + changed.length + removed.length === 0) return undefined;
    listed = undefined;
    return { kind, added, changed, removed };
  }

  return {
    get loaded() {
      return loaded;
    },
    list() {
      listed ??= [...objects.values()];
      return listed;
    },
    get: (id) => objects.get(id),
    replaceAll(fresh) {
      loaded = true;
      return replace([...objects.keys()], fresh);
    },
    replaceSome: replace,
  };
}
