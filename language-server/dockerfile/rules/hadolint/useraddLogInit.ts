import { insertedBehind } from '../../shell/commandEdits.ts';
import { hasFlag, type RunCommand } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3046',
  hadolintSeverity: 'warning',
  docs: `\`useradd\` makes room for the user in \`/var/log/lastlog\` and \`faillog\`, files with a place for each number up to the
highest. They are sparse on a disk, but not in a layer: a user id of six digits and more makes an image larger by many
megabytes. \`-l\` (\`--no-log-init\`) leaves the files alone.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN useradd -u 1000001 app\n    ^^^^^^^^^^^^^^^^^^^^^^ `useradd` with a high user id makes the image larger by many megabytes. Add `-l`.\n',
      fixed: 'FROM debian:12\nRUN useradd -l -u 1000001 app\n',
    },
    {
      file: 'FROM debian:12\nRUN useradd --uid=1000001 app\n    ^^^^^^^^^^^^^^^^^^^^^^^^^ `useradd` with a high user id makes the image larger by many megabytes. Add `-l`.\n',
      fixed: 'FROM debian:12\nRUN useradd -l --uid=1000001 app\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN useradd app && useradd -u 12345 a && useradd -l -u 1000001 b && useradd --no-log-init -u 1000002 c && useradd -lu 1000003 d\n',
    'FROM debian:12\nARG APP_USER_ID=1000\nRUN useradd -u "$APP_USER_ID" app\n',
  ],
  check: ({ commands }) =>
    runReports(
      commands
        .of('useradd')
        .filter((command) => hasHighId(command) && !hasFlag(command, 'l', 'no-log-init'))
        .map(
          (command): Objection => ({ command, edits: [insertedBehind(command, command.programToken, '-l')] }),
        ),
      () => '`useradd` with a high user id makes the image larger by many megabytes. Add `-l`.',
      { title: 'Add -l', safe: true },
    ),
});

function hasHighId({ arguments: args }: RunCommand): boolean {
  return args.some(({ text, flags }, at) => {
    const own = /^(?:--uid=|-\w*u)(\d+)$/.exec(text)?.[1];
    const value = own ?? (flags.at(-1) === 'u' || text === '--uid' ? args[at + 1]?.text : undefined);
    return value !== undefined && /^\d{6,}$/.test(value);
  });
}
