import { hasCacheMount } from '../../shell/cacheMounts.ts';
import { appendedCommand } from '../../shell/commandEdits.ts';
import { byScript, hasArgument, type RunCommand } from '../../shell/commands.ts';
import type { Instruction } from '../../syntax/tree.ts';
import { staysInImage } from './finalImage.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3009',
  hadolintSeverity: 'info',
  docs: `\`apt-get update\` downloads lists of all packages, some 20 to 50 MB that nothing in the image needs. Delete them in the
same RUN: \`rm -rf /var/lib/apt/lists/*\`. In a later RUN they would be gone from view and still in the layer below. Caches
mounted on \`/var/lib/apt\` and \`/var/cache/apt\` keep them out of the image and for the next build. Stages that no kept image
is built on may leave them.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl=8.5.0\n    ^^^^^^^^^^^^^^ The lists of apt packages stay in the image. Run `rm -rf /var/lib/apt/lists/*` in the same RUN.\n',
      fixed:
        'FROM debian:12\nRUN apt-get update && apt-get install -y curl=8.5.0 && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      file: 'FROM debian:12 AS base\nRUN apt-get update \\\n    ^^^^^^^^^^^^^^ The lists of apt packages stay in the image. Run `rm -rf /var/lib/apt/lists/*` in the same RUN.\n    # what the build needs\n    && apt-get install -y \\\n      make=4.3 \\\n    && apt-get clean; \\\n    make\nFROM base\n',
      fixed:
        'FROM debian:12 AS base\nRUN apt-get update \\\n    # what the build needs\n    && apt-get install -y \\\n      make=4.3 \\\n    && apt-get clean \\\n    && rm -rf /var/lib/apt/lists/*; \\\n    make\nFROM base\n',
    },
    {
      file: 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt <<EOF\napt-get update\n^^^^^^^^^^^^^^ The lists of apt packages stay in the image. Run `rm -rf /var/lib/apt/lists/*` in the same RUN.\napt-get install -y curl=8.5.0\nEOF\n',
      fixed:
        'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt <<EOF\napt-get update\napt-get install -y curl=8.5.0\nrm -rf /var/lib/apt/lists/*\nEOF\n',
    },
  ],
  good: [
    'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y make=4.3\nFROM scratch\nCOPY --from=build /a /a\n',
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl=8.5.0 && rm -rf /var/lib/apt/lists/*\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update\n',
  ],
  check: (tree) => {
    const stays = staysInImage(tree);
    const left = byScript(tree.commands.of('apt-get', 'apt', 'aptitude', 'rm')).flatMap(
      ([run, own]): readonly Objection[] => {
        const command = own.find((one) => one.program !== 'rm' && hasArgument(one, 'update'));
        if (command === undefined || own.some(cleans) || isMounted(run.instruction) || !stays(run)) return [];
        const last = own.findLast((one) => one.program !== 'rm');
        const edit = last && appendedCommand(tree.text, last, 'rm -rf /var/lib/apt/lists/*');
        return [{ command, edits: edit === undefined ? [] : [edit] }];
      },
    );
    const message =
      'The lists of apt packages stay in the image. Run `rm -rf /var/lib/apt/lists/*` in the same RUN.';
    return runReports(left, () => message, { title: 'Delete the lists in the same RUN', safe: false });
  },
});

function cleans(command: RunCommand): boolean {
  return command.program === 'rm' && hasArgument(command, '-rf', '/var/lib/apt/lists/*');
}

function isMounted(instruction: Instruction): boolean {
  if (hasCacheMount(instruction, '/var/lib/apt/lists')) return true;
  return hasCacheMount(instruction, '/var/lib/apt') && hasCacheMount(instruction, '/var/cache/apt');
}
