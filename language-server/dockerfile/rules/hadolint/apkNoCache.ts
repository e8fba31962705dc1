import { hasCacheMount } from '../../shell/cacheMounts.ts';
import { insertedBehind } from '../../shell/commandEdits.ts';
import { hasFlag } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3019',
  hadolintSeverity: 'info',
  docs: `\`apk add\` keeps the index of its repositories in the image, where it is of no use. \`--no-cache\` fetches it for this
one command, so that neither \`--update\` nor \`rm /var/cache/apk/*\` is needed. A cache mounted on \`/var/cache/apk\` keeps it out
of the image too.`,
  bad: [
    {
      file: 'FROM alpine:3.20\nRUN apk update && apk add -U curl=8.9.0-r0\n                  ^^^^^^^^^^^^^^^^^^^^^^^^ `apk add` leaves its index in the image. Add `--no-cache`.\n',
      fixed: 'FROM alpine:3.20\nRUN apk update && apk add --no-cache -U curl=8.9.0-r0\n',
    },
    {
      file: 'FROM alpine:3.20\nRUN --mount=type=cache,target=/other apk add curl=8.9.0-r0\n                                     ^^^^^^^^^^^^^^^^^^^^^ `apk add` leaves its index in the image. Add `--no-cache`.\n',
      fixed: 'FROM alpine:3.20\nRUN --mount=type=cache,target=/other apk add --no-cache curl=8.9.0-r0\n',
    },
  ],
  good: [
    'FROM alpine:3.20\nRUN apk add --no-cache curl=8.9.0-r0\nRUN apk --no-cache add curl=8.9.0-r0\nRUN --mount=type=cache,target=/var/cache/apk apk add -U curl=8.9.0-r0\n',
  ],
  *check({ commands }) {
    const found = commands.of('apk').flatMap((command): readonly Objection[] => {
      const verb = command.arguments.find(({ text }) => text === 'add');
      if (verb === undefined || hasFlag(command, 'no-cache')) return [];
      if (hasCacheMount(command.run.instruction, '/var/cache/apk')) return [];
      return [{ command, edits: [insertedBehind(command, verb, '--no-cache')] }];
    });
    yield* runReports(found, () => '`apk add` leaves its index in the image. Add `--no-cache`.', {
      title: 'Add --no-cache',
      safe: true,
    });
  },
});
