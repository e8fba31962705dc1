import { argumentWords } from './argumentWords.ts';
import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3021',
  hadolintSeverity: 'error',
  docs: `Several sources can only be copied into a folder, and a destination that ends in \`/\` says that it is one. Without it
BuildKit refuses all but \`.\`.`,
  bad: [
    {
      file: 'FROM debian:12\nCOPY a b /srv/c\n         ^^^^^^ Several sources need a folder as destination. End it with a slash.\nCOPY ["a", "b", "."]\n                ^^^ Several sources need a folder as destination. End it with a slash.\n',
      fixed: 'FROM debian:12\nCOPY a b /srv/c/\nCOPY ["a", "b", "./"]\n',
    },
  ],
  good: ['FROM debian:12\nCOPY a b /srv/c/\nCOPY a "b/"\nCOPY a b "c/"\nCOPY a /srv/c\n'],
  *check(tree) {
    for (const instruction of everyInstruction(tree)) {
      if (instruction.name !== 'COPY') continue;
      const words = argumentWords(instruction);
      const destination = words.at(-1);
      if (destination === undefined || words.length < 3 || unquoted(destination.text).endsWith('/')) continue;
      const { text, span } = destination;
      const quoted = instruction.arguments.form === 'json' || /["']$/.test(text);
      const end = quoted ? span.end - 1 : span.end;
      yield {
        span,
        message: 'Several sources need a folder as destination. End it with a slash.',
        fixes: [
          { title: 'Add the slash', edits: [{ span: { start: end, end }, newText: '/' }], safe: false },
        ],
      };
    }
  },
});
