import type { TextEdit } from '../../../text/edit.ts';
import { replacedWord } from '../../shell/commandEdits.ts';
import { operands, type RunCommand } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3027',
  hadolintSeverity: 'warning',
  docs: `\`apt\` is made for people at a terminal: what it prints and how it is called may change between releases, and it says so
itself in every build's output. Scripts use \`apt-get\` and \`apt-cache\`, which stay as they are.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt update && apt install -y curl=8.5.0 && apt show curl && apt list\n    ^^^ `apt` is made for people, and may change how it is called. Use `apt-get` or `apt-cache`.\n',
      fixed:
        'FROM debian:12\nRUN apt-get update && apt-get install -y curl=8.5.0 && apt-cache show curl && apt list\n',
    },
    {
      file: 'FROM debian:12\nRUN ["apt", "-y", "upgrade"]\n     ^^^^^ `apt` is made for people, and may change how it is called. Use `apt-get` or `apt-cache`.\n',
      fixed: 'FROM debian:12\nRUN ["apt-get", "-y", "upgrade"]\n',
    },
  ],
  good: ['FROM debian:12\nRUN apt-get update && apt-cache policy apt && ./apt\n'],
  check: ({ commands }) =>
    runReports(
      commands
        .of('apt')
        .map((command): Objection => ({ command, token: command.programToken, edits: replacement(command) })),
      () => '`apt` is made for people, and may change how it is called. Use `apt-get` or `apt-cache`.',
      { title: 'Use apt-get and apt-cache', safe: true },
    ),
});

const aptGet: ReadonlySet<string> = new Set(['install', 'update', 'upgrade', 'remove', 'purge']);
const aptCache: ReadonlySet<string> = new Set(['search', 'show']);

function replacement(command: RunCommand): readonly TextEdit[] {
  const verb = operands(command)[0]?.text ?? '';
  const other = aptGet.has(verb) ? 'apt-get' : aptCache.has(verb) ? 'apt-cache' : undefined;
  return other === undefined ? [] : [replacedWord(command, command.programToken, other)];
}
