/** What a comment tells hadolint: to ignore rules, or which shell a base image has. */
export type HadolintPragma =
  | { readonly kind: 'ignore'; readonly scope: 'line' | 'stage' | 'file'; readonly codes: readonly string[] }
  | { readonly kind: 'shell'; readonly shell: string };

/**
 * Reads `# hadolint ignore=DL3006, SC2154 # why`, with `stage` or `global` before `ignore`, or `# hadolint shell=bash`, by
 * the grammar of hadolint's `Pragma.hs`: a list with anything else in it is no pragma.
 */
export function readHadolintPragma(comment: string): HadolintPragma | undefined {
  if (!comment.includes('hadolint')) return undefined;
  const ignore =
    /^#[ \t]*hadolint[ \t]+(?:(stage|global)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC0-9]+(?:[ \t]*,[ \t]*[DLSC0-9]+)*)[ \t]*(?:#.*)?$/.exec(
      comment,
    );
  if (ignore !== null) {
    const [, word, list = ''] = ignore;
    const scope = word === undefined ? 'line' : word === 'stage' ? 'stage' : 'file';
    return { kind: 'ignore', scope, codes: list.split(',').map((code) => code.trim()) };
  }
  const [, shell] = /^#[ \t]*hadolint[ \t]+shell[ \t]*=[ \t]*([^\s#]+)[ \t]*(?:#.*)?$/.exec(comment) ?? [];
  return shell === undefined ? undefined : { kind: 'shell', shell };
}
