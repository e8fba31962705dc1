import type { Fix } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { nearest } from '../analysis/nearest.ts';
import { sections } from '../schema/schema.ts';
import type { Declared } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';

/** What the rules about names that nothing declares differ in. */
export type UndefinedName = Pick<Rule<ComposeTree>, 'id' | 'docs' | 'bad' | 'good'>;

/** A rule about uses of things of a kind that the file does not declare. */
export function undefinedName(kind: Declared, { id, docs, bad, good }: UndefinedName): Rule<ComposeTree> {
  return {
    id,
    severity: 'error',
    docs,
    url: `https://docs.docker.com/reference/compose-file/${sections[kind]}/`,
    bad,
    good,
    *check(tree) {
      if (tree.open(kind)) return;
      const declared = tree.declared(kind);
      for (const { to, name, span } of tree.analysis.uses) {
        if (to !== kind || declared.has(name) || (kind === 'network' && name === 'default')) continue;
        const guess = nearest(name, declared.keys());
        const start = `There is no ${kind} \`${name}\``;
        if (guess !== undefined) {
          const fixes: Fix[] = [
            { title: `Replace by \`${guess}\``, edits: [{ span, newText: guess }], safe: true },
          ];
          yield { span, message: `${start}; did you mean \`${guess}\`?`, fixes };
        } else if (kind === 'service') {
          yield { span, message: `${start} in this file.` };
        } else {
          const message = `${start}. Declare it under the top-level \`${sections[kind]}\`.`;
          yield { span, message, fixes: declaring(tree, kind, name) };
        }
      }
    },
  };
}

/** Declares a network or a volume, which need no more than their name. */
function declaring({ text, entries, yaml }: ComposeTree, kind: Declared, name: string): readonly Fix[] {
  if (kind !== 'network' && kind !== 'volume') return [];
  const title = `Declare the ${kind} \`${name}\``;
  const section = entries.findLast(({ key }) => key.value === sections[kind]);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (section === undefined) {
    const end = text.trimEnd().length;
    const rest = { start: end, end: text.length };
    const newText = `${eol}${eol}${sections[kind]}:${eol}  ${name}:${eol}`;
    return yaml.roots.length === 1 ? [{ title, edits: [{ span: rest, newText }], safe: false }] : [];
  }
  const { value, span } = section;
  if (value !== undefined && (value.kind !== 'map' || value.flow || value.pairs.length === 0)) return [];
  const end = value === undefined ? span.end : value.span.end;
  const first = value?.pairs[0]?.key.span.start;
  const indent = first === undefined ? '  ' : text.slice(text.lastIndexOf('\n', first) + 1, first);
  return [{ title, edits: [{ span: { start: end, end }, newText: `${eol}${indent}${name}:` }], safe: false }];
}
