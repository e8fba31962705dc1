import { copySource } from './copySource.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3023',
  hadolintSeverity: 'error',
  docs: `\`COPY --from\` copies out of another stage; a stage can’t copy from itself, and the build fails. Use
\`RUN cp\`, or name the stage that was meant.`,
  bad: [
    {
      file: 'FROM node:22 AS app\nCOPY --from=app /a /b\n            ^^^ A stage can’t copy from itself. Name another one.\n',
    },
  ],
  good: ['FROM node:22 AS build\nFROM node:22 AS app\nCOPY --from=build /a /b\n'],
  *check({ stages }) {
    for (const { name, instructions } of stages) {
      if (name === undefined) continue;
      for (const instruction of instructions) {
        const source = copySource(instruction);
        if (source?.text.toLowerCase() === name.text.toLowerCase())
          yield { span: source.span, message: 'A stage can’t copy from itself. Name another one.' };
      }
    }
  },
});
