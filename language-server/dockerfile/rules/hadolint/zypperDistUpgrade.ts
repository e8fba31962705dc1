import { hadolintRule } from './rule.ts';
import { runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3035',
  hadolintSeverity: 'warning',
  docs: `\`zypper dist-upgrade\` makes another release of what the base image has, with whatever the repositories hold at the time of
the build. Build on a newer base image.`,
  bad: [
    {
      file: 'FROM opensuse/leap:15.6\nRUN zypper -n dup\n              ^^^ `zypper dup` changes the release under the base image. Build on a newer base image.\n',
    },
  ],
  good: ['FROM opensuse/leap:15.6\nRUN zypper -n update\n'],
  *check({ commands }) {
    const found = commands.of('zypper').flatMap((command) => {
      const token = command.arguments.find(({ text }) => text === 'dist-upgrade' || text === 'dup');
      return token === undefined ? [] : [{ command, token }];
    });
    yield* runReports(
      found,
      ([first]) =>
        `\`zypper ${first?.token?.text ?? ''}\` changes the release under the base image. Build on a newer base image.`,
    );
  },
});
