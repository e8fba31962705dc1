import { insertedBehind } from '../../shell/commandEdits.ts';
import { hasArgument, hasFlag } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3015',
  hadolintSeverity: 'info',
  docs: `\`apt-get install\` installs what packages recommend too, which makes images larger, often by a lot. With
\`--no-install-recommends\` it installs what is needed alone. Where something recommended is missed then, name it.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt-get -y install curl=8.5.0\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get install` installs what packages recommend too. Add `--no-install-recommends`, and name what you need of it.\n',
      fixed: 'FROM debian:12\nRUN apt-get -y install --no-install-recommends curl=8.5.0\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN apt-get install -y --no-install-recommends curl=8.5.0 && apt-get -o APT::Install-Recommends=false install -y git=1\n',
  ],
  *check({ commands }) {
    const found = commands.of('apt-get').flatMap((command): readonly Objection[] => {
      const verb = command.arguments.find(({ text }) => text === 'install');
      const without =
        hasFlag(command, 'no-install-recommends') || hasArgument(command, 'APT::Install-Recommends=false');
      if (verb === undefined || without) return [];
      return [{ command, edits: [insertedBehind(command, verb, '--no-install-recommends')] }];
    });
    const message =
      '`apt-get install` installs what packages recommend too. Add `--no-install-recommends`, and name what you need of it.';
    yield* runReports(found, () => message, { title: 'Add --no-install-recommends', safe: false });
  },
});
