import type { Fix } from '../../lint/finding.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'UndefinedArgInFrom',
  docs: `FROM uses an argument that no ARG before the first FROM declares. It is always empty: \`--build-arg\` gives values to
declared arguments only.`,
  bad: [
    {
      file: "ARG VARIANT=alpine\nFROM node:22-${VARIAN}\n               ^^^^^^ FROM argument 'VARIAN' is not declared (did you mean VARIANT?)\n",
      fixed: 'ARG VARIANT=alpine\nFROM node:22-${VARIANT}\n',
    },
    {
      file: "FROM node:22$TAG\n             ^^^ FROM argument 'TAG' is not declared\n",
      fixed: 'ARG TAG\nFROM node:22$TAG\n',
    },
    {
      file: "FROM --platform=$BUILDPLATFORN node\n                 ^^^^^^^^^^^^^ FROM argument 'BUILDPLATFORN' is not declared (did you mean BUILDPLATFORM?)\n",
      fixed: 'FROM --platform=$BUILDPLATFORM node\n',
    },
  ],
  good: ['ARG VARIANT=alpine\nFROM --platform=$BUILDPLATFORM node:22-${VARIANT}\n'],
  *check({ variables, stages }) {
    const reported = new Set<string>();
    const first = stages[0]?.from;
    for (const { name, span, instruction, declaration, suggestion } of variables.uses) {
      if (instruction.name !== 'FROM' || declaration !== undefined) continue;
      const key = `${name} ${instruction.span.start}`;
      if (reported.has(key)) continue;
      reported.add(key);
      const fixes: Fix[] = [];
      if (suggestion !== undefined) {
        fixes.push({ title: `Change to ${suggestion}`, edits: [{ span, newText: suggestion }], safe: false });
      }
      if (first !== undefined && /^\w+$/.test(name)) {
        const at = { start: first.span.start, end: first.span.start };
        const edits = [{ span: at, newText: `ARG ${name}\n` }];
        fixes.push({ title: `Declare it with ARG ${name}`, edits, safe: false });
      }
      const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
      yield { span, message: `FROM argument '${name}' is not declared${hint}`, fixes };
    }
  },
});
