import { type InstructionInfo, referenceUrl } from './instructionInfo.ts';

export const from: InstructionInfo = {
  name: 'FROM',
  summary: 'Start a stage from an image or an earlier stage',
  docs: `Starts a build stage from an image, from an earlier stage, or from nothing (\`scratch\`).

\`\`\`dockerfile
FROM [--platform=<platform>] <image>[:<tag>|@<digest>] [AS <name>]
\`\`\`

All that follows, up to the next FROM, belongs to the stage. A stage with a name can be built alone (\`--target\`), be
built on (\`FROM <name>\`) and be copied from (\`COPY --from=<name>\`). Only \`ARG\`s may stand before the first FROM;
FROM can use them.`,
  url: referenceUrl('from'),
  snippet: '${1:image}:${2:tag}',
  beforeFrom: true,
  flags: [
    {
      name: 'platform',
      docs: `The platform of the image, such as \`linux/arm64\`. Left out it is the one that is built for. Use
\`$BUILDPLATFORM\` for a stage that compiles for another platform than the one it runs on.`,
      value: { kind: 'platform' },
    },
  ],
};
