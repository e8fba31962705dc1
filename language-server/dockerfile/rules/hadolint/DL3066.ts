import type { Stage } from '../../analysis/stages.ts';
import type { Word } from '../../syntax/logicalLine.ts';
import { shellWord, variablesIn } from '../../syntax/shellWord.ts';
import type { DockerfileTree } from '../../tree.ts';
import { everyInstruction } from './everyInstruction.ts';
import { lastUser } from './lastUser.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3066',
  hadolintSeverity: 'info',
  docs: `The image’s user is a name, which only its own \`/etc/passwd\` can turn into a number. Kubernetes, for one, can’t tell then
whether that is root, and refuses to start it with \`runAsNonRoot\`. Give the number: \`USER 1000\`.`,
  bad: [
    {
      file: 'FROM debian:12\nUSER app:app\n     ^^^^^^^ The user is a name, which only the image itself can look up. Give its number.\n',
    },
  ],
  good: [
    'FROM debian:12\nUSER 1000:app\n',
    'FROM debian:12 AS build\nUSER app\nFROM debian:12\nUSER app\nUSER 1000\n',
    'ARG APP_UID\nFROM debian:12\nUSER ${APP_UID}\n',
    'FROM debian:12\nENV APP_UID=1000\nUSER $APP_UID\n',
  ],
  *check(tree) {
    const user = finalUser(tree);
    if (user === undefined) return;
    const known = tree.variables.expansionOf(user).text ?? '';
    if ([user.text, known].some((text) => /^\d+(?::|$)/.test(unquoted(text)))) return;
    if (usesArg(user, tree)) return;
    yield {
      span: user.span,
      message: 'The user is a name, which only the image itself can look up. Give its number.',
    };
  },
});

/** That of the last stage; a file without stages counts as one. */
function finalUser({ stages, preamble }: DockerfileTree): Word | undefined {
  const last: Pick<Stage, 'instructions'> = stages.at(-1) ?? { instructions: preamble };
  return lastUser(last);
}

/** Whether a build argument chooses the user: it may well be a number then. */
function usesArg({ text }: Word, tree: DockerfileTree): boolean {
  const used = variablesIn(shellWord(text, tree).parts);
  if (used.length === 0) return false;
  const declared = new Set<string>();
  for (const { name, arguments: args } of everyInstruction(tree)) {
    if (name === 'ARG' && args.form === 'pairs') for (const { key } of args.pairs) declared.add(key.text);
  }
  return used.some(({ name }) => declared.has(name));
}
