import { hasCacheMount } from '../../shell/cacheMounts.ts';
import { appendedCommand } from '../../shell/commandEdits.ts';
import { byScript, hasArgument } from '../../shell/commands.ts';
import { staysInImage } from './finalImage.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3060',
  hadolintSeverity: 'info',
  docs: `\`yarn install\` keeps all that it downloads a second time, in its cache, which nothing in the image needs. \`yarn cache
clean\` in the same RUN removes it; a cache mounted on \`/usr/local/share/.cache/yarn\` keeps it out of the image and for the
next build. Stages that no kept image is built on may leave it.`,
  bad: [
    {
      file: 'FROM node:22\nRUN yarn install\n    ^^^^^^^^^^^^ yarn leaves its cache in the image. Run `yarn cache clean` behind it, in the same RUN.\n',
      fixed: 'FROM node:22\nRUN yarn install && yarn cache clean\n',
    },
    {
      file: 'FROM node:22 AS base\nRUN yarn cache clean \\\n && yarn install\n    ^^^^^^^^^^^^ yarn leaves its cache in the image. Run `yarn cache clean` behind it, in the same RUN.\nFROM base\n',
    },
  ],
  good: [
    'FROM node:22 AS build\nRUN yarn install && yarn build\nFROM scratch\nCOPY --from=build /app /app\n',
    'FROM node:22\nRUN yarn install && yarn cache clean\nRUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install\n',
  ],
  check: (tree) => {
    const stays = staysInImage(tree);
    const left = byScript(tree.commands.of('yarn')).flatMap(([run, own]): readonly Objection[] => {
      const installs = own.filter((command) => hasArgument(command, 'install'));
      const [first] = installs;
      const last = installs.at(-1);
      if (first === undefined || last === undefined || !stays(run)) return [];
      const cleans = own.filter((command) => hasArgument(command, 'cache', 'clean'));
      if (cleans.some(({ index }) => index > first.index)) return [];
      if (cleans.length === 0 && hasCacheMount(run.instruction, '.cache/yarn')) return [];
      const edit = appendedCommand(tree.text, last, 'yarn cache clean');
      return [{ command: first, edits: edit === undefined ? [] : [edit] }];
    });
    const message = 'yarn leaves its cache in the image. Run `yarn cache clean` behind it, in the same RUN.';
    return runReports(left, () => message, { title: 'Empty the cache in the same RUN', safe: false });
  },
});
