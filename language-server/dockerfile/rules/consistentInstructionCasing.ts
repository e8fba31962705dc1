import { instructionInfo } from '../instructions/index.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'ConsistentInstructionCasing',
  docs: `All instructions of a file should be written in the same case, in upper or in lower case. The case that most of them
have counts; where there are as many of both, upper case.`,
  bad: [
    {
      file: "FROM alpine\nrun echo hello\n^^^ Command 'run' should match the case of the command majority (uppercase)\nEntryPoint [\"a\"]\n^^^^^^^^^^ Command 'EntryPoint' should match the case of the command majority (uppercase)\nUSER app\n",
      fixed: 'FROM alpine\nRUN echo hello\nENTRYPOINT ["a"]\nUSER app\n',
    },
    {
      file: "FROM alpine\n^^^^ Command 'FROM' should match the case of the command majority (lowercase)\nrun a\nrun b\n",
      fixed: 'from alpine\nrun a\nrun b\n',
    },
    {
      file: "From alpine\n^^^^ Command 'From' should match the case of the command majority (uppercase)\n",
      fixed: 'FROM alpine\n',
    },
  ],
  good: ['FROM alpine\nRUN a\n', 'arg a=1\nfrom alpine\nrun a\n', 'arg a=1\nFROM alpine\n'],
  *check({ stages }) {
    const keywords = stages.flatMap(({ from, instructions }) =>
      [from, ...instructions].flatMap(({ keyword, name }) =>
        instructionInfo(name) === undefined ? [] : [keyword],
      ),
    );
    const count = (convert: (text: string) => string): number =>
      keywords.filter(({ text }) => convert(text) === text).length;
    const lower = count((text) => text.toLowerCase()) > count((text) => text.toUpperCase());
    for (const { text, span } of keywords) {
      const newText = lower ? text.toLowerCase() : text.toUpperCase();
      if (newText === text) continue;
      yield {
        span,
        message: `Command '${text}' should match the case of the command majority (${lower ? 'lowercase' : 'uppercase'})`,
        fixes: [{ title: `Write ${newText}`, edits: [{ span, newText }], safe: true }],
      };
    }
  },
});
