import { hadolintRule } from './rule.ts';
import { runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3001',
  hadolintSeverity: 'info',
  docs: `Some programs do nothing of use while an image is built: \`service\` starts what is gone when the RUN ends, \`ps\`, \`top\`
and \`free\` show the build's own processes, \`mount\` and \`shutdown\` need rights that a build has not, \`ssh\` and \`vim\` wait for a
person. What a container is to run belongs in CMD or ENTRYPOINT; keys for ssh in \`RUN --mount=type=ssh\`.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN make && service nginx start\n            ^^^^^^^^^^^^^^^^^^^ `service` is of no use while an image is built. What the container is to run belongs in CMD or ENTRYPOINT.\n',
    },
    {
      file: 'FROM debian:12\nONBUILD RUN top\n            ^^^ `top` is of no use while an image is built. What the container is to run belongs in CMD or ENTRYPOINT.\n',
    },
  ],
  good: ['FROM debian:12\nRUN apt-get install ssh vim && ./service && echo kill\n'],
  check: ({ commands }) =>
    runReports(
      commands
        .of('free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim')
        .map((command) => ({ command })),
      ([first]) =>
        `\`${first?.command.program ?? ''}\` is of no use while an image is built. What the container is to run belongs in CMD or ENTRYPOINT.`,
    ),
});
