import { renameStage } from './renameStage.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'StageNameCasing',
  docs: `Stage names should be in lower case, so that they stand out from the instructions, which are usually in upper
case. Names of stages are not case-sensitive in \`--from\`, but in FROM they are: \`FROM Builder\` is taken for an image.`,
  bad: [
    {
      file: "FROM alpine AS BuilderBase\n               ^^^^^^^^^^^ Stage name 'BuilderBase' should be lowercase\nFROM scratch\nCOPY --from=BuilderBase /a /a\n",
      fixed: 'FROM alpine AS builderbase\nFROM scratch\nCOPY --from=builderbase /a /a\n',
    },
    {
      file: "FROM alpine AS Dev\n               ^^^ Stage name 'Dev' should be lowercase\nRUN --mount=from=DEV,target=/x true\nFROM Dev\nCOPY --from=0 /a /b\n",
      fixed: 'FROM alpine AS dev\nRUN --mount=from=dev,target=/x true\nFROM dev\nCOPY --from=0 /a /b\n',
    },
  ],
  good: ['FROM alpine AS builder-base\n', 'FROM alpine\n'],
  *check(tree) {
    for (const stage of tree.stages) {
      const name = stage.name?.text;
      const lower = name?.toLowerCase();
      if (stage.name === undefined || name === undefined || lower === undefined || name === lower) continue;
      const edits = renameStage(tree, stage, lower);
      yield {
        span: stage.name.span,
        message: `Stage name '${name}' should be lowercase`,
        fixes: [{ title: `Rename to ${lower}`, edits, safe: true }],
      };
    }
  },
});
