import { hasArgument } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL4005',
  hadolintSeverity: 'warning',
  docs: `A link in the place of \`/bin/sh\` changes the shell of every script in the image, of packages' own too, which were made for
the one that was there. \`SHELL\` changes the shell of the instructions that follow, and of nothing else.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\n                  ^^^^^^^^^^^^^^^^^^^^^^^ A link changes the shell of all scripts in the image. Use SHELL, such as `SHELL ["/bin/bash", "-c"]`.\n',
    },
  ],
  good: ['FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ln -sf /bin/true /sbin/initctl && echo /bin/sh\n'],
  check: ({ commands }) =>
    runReports(
      commands
        .of('ln')
        .filter((command) => hasArgument(command, '/bin/sh'))
        .map((command) => ({ command })),
      () =>
        'A link changes the shell of all scripts in the image. Use SHELL, such as `SHELL ["/bin/bash", "-c"]`.',
    ),
});
