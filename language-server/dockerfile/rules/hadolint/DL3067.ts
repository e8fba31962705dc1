import { argumentWords } from './argumentWords.ts';
import { copySource } from './copySource.ts';
import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3067',
  hadolintSeverity: 'warning',
  docs: `\`COPY --from=… / /\` takes all of another stage, with the tools that were needed to build, which is what a second stage is
there to leave behind. Copy what the image needs, or build on the stage with \`FROM\`.`,
  bad: [
    {
      file: 'FROM debian:12 AS build\nFROM scratch\nCOPY --from=build / /\n                  ^^^ This copies all of the stage. Copy what is needed, or build on the stage with FROM.\n',
    },
    {
      file: 'COPY --from=build "/" "/"\n                  ^^^^^^^ This copies all of the stage. Copy what is needed, or build on the stage with FROM.\n',
    },
  ],
  good: [
    'FROM debian:12 AS build\nFROM scratch\nCOPY --from=build /app /\nCOPY --from=build / /root/\nCOPY / /\n',
  ],
  *check(tree) {
    for (const instruction of everyInstruction(tree)) {
      if (copySource(instruction) === undefined) continue;
      const words = argumentWords(instruction);
      const [first] = words;
      const last = words.at(-1);
      if (first === undefined || last === undefined || !isRoot(last.text)) continue;
      if (words.slice(0, -1).some(({ text }) => isRoot(text)))
        yield {
          span: { start: first.span.start, end: last.span.end },
          message: 'This copies all of the stage. Copy what is needed, or build on the stage with FROM.',
        };
    }
  },
});

function isRoot(path: string): boolean {
  return unquoted(path) === '/';
}
