import { type InstructionInfo, referenceUrl } from './instructionInfo.ts';

export const run: InstructionInfo = {
  name: 'RUN',
  summary: 'Run a command while the image is built',
  docs: `Runs a command and keeps the files that it changes as a new layer of the image.

\`\`\`dockerfile
RUN [--mount=…] [--network=…] <command for the shell>
RUN ["executable", "argument"]
RUN <<EOF
several lines
EOF
\`\`\`

The shell form runs in \`/bin/sh -c\`, or in what \`SHELL\` names. The JSON form runs without a shell: nothing expands
variables there.`,
  url: referenceUrl('run'),
  snippet: '${0}',
  trigger: true,
  flags: [
    {
      name: 'mount',
      docs: `Mounts something while the command runs: files of the context or of another stage (\`bind\`), a cache that
survives builds (\`cache\`), memory (\`tmpfs\`), a secret (\`secret\`), or the SSH agent (\`ssh\`).`,
      value: { kind: 'mount' },
      repeatable: true,
    },
    {
      name: 'network',
      docs: 'The network that the command has.',
      value: {
        kind: 'choice',
        values: [
          { value: 'default', docs: 'The network of the build.' },
          { value: 'none', docs: 'None but its own loopback.' },
          { value: 'host', docs: 'That of the host; the build must be allowed `network.host`.' },
        ],
      },
    },
    {
      name: 'security',
      docs: 'The rights that the command has.',
      value: {
        kind: 'choice',
        values: [
          { value: 'sandbox', docs: 'Those of a common container. The default.' },
          {
            value: 'insecure',
            docs: 'Elevated ones, as `docker run --privileged`; the build must be allowed `security.insecure`.',
          },
        ],
      },
    },
    {
      name: 'device',
      docs: 'A CDI device that the command can use, such as `vendor.com/gpu=all`; with `,required` the build fails without it.',
      value: { kind: 'device' },
      repeatable: true,
    },
  ],
};
