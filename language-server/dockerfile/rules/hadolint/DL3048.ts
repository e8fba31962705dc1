import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3048',
  hadolintSeverity: 'style',
  docs: `A label’s key has lower-case letters, digits, \`.\` and \`-\`, begins with a letter, ends with a letter or a digit, and has no
two \`.\` or \`-\` in a row. \`com.docker.\`, \`io.docker.\` and \`org.dockerproject.\` belong to Docker. So say
[Docker’s guidelines](https://docs.docker.com/engine/manage-resources/labels/); BuildKit takes any key.`,
  bad: [
    {
      file: 'FROM debian:12\nLABEL a_b=1 c.d-e="2" .f=3 G=4\n      ^^^ A label’s key has only lower-case letters, digits, “.” and “-”.\n                      ^^ A label’s key begins with a letter and ends with a letter or a digit.\n                           ^ A label’s key has only lower-case letters, digits, “.” and “-”.\n',
    },
    {
      file: 'FROM debian:12\nONBUILD LABEL com.docker.x=1 a--b=2\n              ^^^^^^^^^^^^ The keys in com.docker. are Docker’s own. Begin with a domain of yours.\n                             ^^^^ A label’s key has no “..” and no “--”.\n',
    },
  ],
  good: ['FROM debian:12\nLABEL org.example.my-key3="a" "version"=1 com.example.docker=2\n'],
  *check(tree) {
    for (const { name, arguments: args } of everyInstruction(tree)) {
      if (name !== 'LABEL' || args.form !== 'pairs') continue;
      for (const { key } of args.pairs) {
        const message = problemOf(unquoted(key.text));
        if (message !== undefined) yield { span: key.span, message };
      }
    }
  },
});

function problemOf(key: string): string | undefined {
  if (/[^a-z0-9.-]/.test(key)) return 'A label’s key has only lower-case letters, digits, “.” and “-”.';
  if (!/^[a-z](?:.*[a-z0-9])?$/.test(key))
    return 'A label’s key begins with a letter and ends with a letter or a digit.';
  if (/\.\.|--/.test(key)) return 'A label’s key has no “..” and no “--”.';
  const [reserved] = /^(?:com\.docker|io\.docker|org\.dockerproject)\./.exec(key) ?? [];
  if (reserved !== undefined)
    return `The keys in ${reserved} are Docker’s own. Begin with a domain of yours.`;
  return undefined;
}
