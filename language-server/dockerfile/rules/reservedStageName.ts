import { renameStage } from './renameStage.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'ReservedStageName',
  aliases: ['DL3063'],
  docs: `\`scratch\` and \`context\` mean something already: an empty image, and the build context. A stage should not have
their names. Who builds it by its name (\`--target\`) must know the new one.`,
  bad: [
    {
      file: 'FROM alpine AS scratch\n               ^^^^^^^ Stage name should not use the same name as reserved stage "scratch"\nFROM alpine AS context\n               ^^^^^^^ Stage name should not use the same name as reserved stage "context"\nCOPY --from=scratch /a /a\n',
      fixed: 'FROM alpine AS scratch-stage\nFROM alpine AS context-stage\nCOPY --from=scratch-stage /a /a\n',
    },
  ],
  good: ['FROM alpine AS builder\n', 'FROM scratch\n'],
  *check(tree) {
    for (const stage of tree.stages) {
      const lower = stage.name?.text.toLowerCase();
      if (stage.name === undefined || (lower !== 'scratch' && lower !== 'context')) continue;
      const newName = `${lower}-stage`;
      yield {
        span: stage.name.span,
        message: `Stage name should not use the same name as reserved stage "${lower}"`,
        fixes: [{ title: `Rename to ${newName}`, edits: renameStage(tree, stage, newName), safe: false }],
      };
    }
  },
});
