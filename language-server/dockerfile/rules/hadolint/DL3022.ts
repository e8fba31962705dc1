import { copySource } from './copySource.ts';
import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3022',
  hadolintSeverity: 'warning',
  docs: `\`COPY --from\` names a stage above it, or an image. A name that no stage above has is taken for an image’s, and often it
is a slip. An image is told by its tag or its digest; other build contexts may have any name, which can be said with
\`# hadolint ignore=DL3022\`.`,
  bad: [
    {
      file: 'FROM scratch\nCOPY --from=build /a /a\n            ^^^^^ No stage above has the name build. Name one, or an image with its tag.\nFROM node:22 AS build\n',
    },
    {
      file: 'COPY --from=0 /a /a\n            ^ No stage above has the number 0. Name one, or an image with its tag.\n',
    },
  ],
  good: [
    'FROM node:22 AS Build\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=0 /b /b\n',
    'FROM scratch\nCOPY --from=nginx:1.27 /etc/nginx /x\n',
  ],
  *check(tree) {
    const names = new Set<string>();
    let stages = 0;
    for (const instruction of everyInstruction(tree)) {
      if (instruction.name === 'FROM') {
        const name = tree.stages[stages]?.name?.text;
        if (name !== undefined) names.add(name.toLowerCase());
        stages++;
      }
      const source = copySource(instruction);
      if (source === undefined || source.text.includes(':') || names.has(source.text.toLowerCase())) continue;
      const byNumber = /^\d+$/.test(source.text);
      if (byNumber && Number(source.text) < stages) continue;
      yield {
        span: source.span,
        message: `No stage above has the ${byNumber ? 'number' : 'name'} ${source.text}. Name one, or an image with its tag.`,
      };
    }
  },
});
