import { baseImages, mayComeFromBase } from '../analysis/baseEnvironment.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'UndefinedVar',
  docs: `A variable is used that nothing before it in the stage, or in the stages it builds on, declares with ARG or ENV; it
is empty. Global ARGs must be repeated in each stage that uses them (\`ARG NAME\`), the platform’s too (\`ARG TARGETARCH\`).

The base image may declare variables as well. Which ones can’t be told from the file: those that the official images have
are known, and for other images only variables that look like a mistyped one are reported.`,
  bad: [
    {
      file: "FROM alpine AS base\nCOPY $foo .\n      ^^^ Usage of undefined variable '$foo'\n",
    },
    {
      file: "FROM example.com/a/b\nARG version=1\nLABEL version=${verson}\n                ^^^^^^ Usage of undefined variable '$verson' (did you mean $version?)\n",
      fixed: 'FROM example.com/a/b\nARG version=1\nLABEL version=${version}\n',
    },
    {
      file: "ARG TAG=1\nFROM scratch\nENV A=$TAG B=$TARGETARCH\n       ^^^ Usage of undefined variable '$TAG'\n              ^^^^^^^^^^ Usage of undefined variable '$TARGETARCH'\n",
    },
    {
      file: "FROM scratch\nENV B=1\nENV C=$A\n       ^ Usage of undefined variable '$A'\n",
    },
  ],
  good: [
    'FROM alpine\nARG foo\nENV bar=$foo PATH=/x:$PATH\nCOPY $bar .\nRUN echo $whatever\nEXPOSE $port\n',
    'FROM example.com/a/b\nENV PYTHONPATH=/x:$PYTHONPATH\n',
    'FROM golang:1.23\nENV PATH=$GOPATH/x:$PATH\n',
    "FROM scratch\nENV a='$b' c=\\$d\n",
  ],
  *check(tree) {
    const images = baseImages(tree);
    const reported = new Set<string>();
    for (const { name, span, instruction, stage, by, declaration, suggestion } of tree.variables.uses) {
      if (by !== 'build' || declaration !== undefined || stage === undefined) continue;
      if (instruction.name === 'FROM' || instruction.name === 'EXPOSE') continue;
      const key = `${name} ${instruction.span.start}`;
      if (reported.has(key) || mayComeFromBase(name, suggestion !== undefined, images.get(stage))) continue;
      reported.add(key);
      const hint = suggestion === undefined ? '' : ` (did you mean $${suggestion}?)`;
      yield {
        span,
        message: `Usage of undefined variable '$${name}'${hint}`,
        fixes:
          suggestion === undefined
            ? []
            : [{ title: `Change to ${suggestion}`, edits: [{ span, newText: suggestion }], safe: false }],
      };
    }
  },
});
