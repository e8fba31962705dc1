import type { Analysis } from './analysis/problem.ts';
import type { Declared } from './schema/shape.ts';
import type { Anchors } from './yaml/anchors.ts';
import type { YamlNode, YamlPair, YamlScalar } from './yaml/node.ts';
import type { YamlFile } from './yaml/parse.ts';

/** A Compose or stack file: its YAML, and what of it all features share. Made once a version. */
export interface ComposeTree {
  readonly text: string;
  readonly yaml: YamlFile;
  readonly anchors: Anchors;
  /** Whose reading holds: `docker compose` or `docker stack deploy`. By the file's name, never by `version`. */
  readonly dialect: 'compose' | 'stack';
  /** The top-level pairs of all documents: Compose merges them. */
  readonly entries: readonly YamlPair[];
  /** What the file declares of a kind, by name; of one that is written twice, the last. */
  declared(kind: Declared): ReadonlyMap<string, Declaration>;
  /**
   * Whether more may be declared of a kind than can be seen: the file is one of several, or broken where the kind's
   * section stands. What is not declared here is then not known to be missing.
   */
  open(kind: Declared): boolean;
  /** Whether the file completes another one, by its name or because its services say too little to stand alone. */
  readonly fragment: boolean;
  /** What holding the file against the schema brings to light. */
  readonly analysis: Analysis;
}

/** Something that the file declares: a service, a network… */
export interface Declaration {
  readonly kind: Declared;
  readonly name: string;
  readonly key: YamlScalar;
  readonly pair: YamlPair;
  /** What is said about it, aliases followed. */
  readonly value: Exclude<YamlNode, { kind: 'alias' }> | undefined;
}
