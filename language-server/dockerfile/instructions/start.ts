import { type FlagInfo, type InstructionInfo, referenceUrl } from './instructionInfo.ts';

export const cmd: InstructionInfo = {
  name: 'CMD',
  summary: 'What a container runs unless told otherwise',
  docs: `The command that a container runs, or the arguments of the \`ENTRYPOINT\`, unless \`docker run\` names others.

\`\`\`dockerfile
CMD ["executable", "argument"]
CMD <command for the shell>
\`\`\`

Only the last one in a stage counts. In the JSON form the program runs without a shell around it and gets the signals
that stop the container.`,
  url: referenceUrl('cmd'),
  snippet: '["${1:executable}"]',
  trigger: true,
  flags: [],
};

export const entrypoint: InstructionInfo = {
  name: 'ENTRYPOINT',
  summary: 'The program that a container runs',
  docs: `The program that a container runs; \`CMD\`, or what follows the image in \`docker run\`, are its arguments.

\`\`\`dockerfile
ENTRYPOINT ["executable", "argument"]
ENTRYPOINT <command for the shell>
\`\`\`

Only the last one in a stage counts. The shell form ignores \`CMD\`, and its program does not get the signals that stop
the container.`,
  url: referenceUrl('entrypoint'),
  snippet: '["${1:executable}"]',
  trigger: true,
  flags: [],
};

const duration = { kind: 'duration' } as const;
const checks: readonly FlagInfo[] = [
  { name: 'interval', docs: 'The time between two checks; 30s unless given.', value: duration },
  { name: 'timeout', docs: 'The time after which a check has failed; 30s unless given.', value: duration },
  {
    name: 'start-period',
    docs: 'The time that the container has to start, in which failed checks do not count; 0s unless given.',
    value: duration,
  },
  {
    name: 'start-interval',
    docs: 'The time between two checks while it starts; 5s unless given. Needs Docker 25.',
    value: duration,
  },
  {
    name: 'retries',
    docs: 'How many checks in a row must fail for the container to be unhealthy; 3 unless given.',
    value: { kind: 'number' },
  },
];

export const healthcheck: InstructionInfo = {
  name: 'HEALTHCHECK',
  summary: 'How to tell that a container works',
  docs: `A command that tells whether the container works: it exits with 0 if so, with 1 if not.

\`\`\`dockerfile
HEALTHCHECK [--interval=30s] [--timeout=30s] [--retries=3] CMD <command>
HEALTHCHECK NONE
\`\`\`

\`NONE\` takes away the check of the base image. Only the last one in a stage counts.`,
  url: referenceUrl('healthcheck'),
  snippet: '--interval=${1:30s} --timeout=${2:3s} CMD ${3:command}',
  trigger: true,
  flags: checks,
};

export const shell: InstructionInfo = {
  name: 'SHELL',
  summary: 'The shell of the commands that follow',
  docs: `The shell in which the shell forms of \`RUN\`, \`CMD\` and \`ENTRYPOINT\` that follow are run, as JSON.

\`\`\`dockerfile
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
\`\`\``,
  url: referenceUrl('shell'),
  snippet: '["${1:/bin/bash}", "${2:-o}", "${3:pipefail}", "${4:-c}"]',
  trigger: true,
  flags: [],
};

export const stopsignal: InstructionInfo = {
  name: 'STOPSIGNAL',
  summary: 'The signal that stops a container',
  docs: `The signal that \`docker stop\` sends, by its name or number; \`SIGTERM\` unless given.

\`\`\`dockerfile
STOPSIGNAL SIGQUIT
\`\`\``,
  url: referenceUrl('stopsignal'),
  snippet: '${1:SIGTERM}',
  trigger: true,
  flags: [],
  flagsUnread: true,
};
