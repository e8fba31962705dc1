import type { Stage } from '../analysis/stages.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'DuplicateStageName',
  aliases: ['DL3024'],
  docs: `Two stages have the same name, so that one of them can’t be named. Names of stages are not case-sensitive.`,
  bad: [
    {
      file: 'FROM debian AS builder\nFROM golang AS Builder\n               ^^^^^^^ Duplicate stage name "builder", stage names should be unique\n',
    },
  ],
  good: ['FROM debian AS builder\nFROM golang AS tester\n'],
  *check({ stages }) {
    const seen = new Map<string, Stage['name']>();
    for (const { name } of stages) {
      if (name === undefined) continue;
      const lower = name.text.toLowerCase();
      const first = seen.get(lower);
      if (first !== undefined) {
        yield {
          span: name.span,
          message: `Duplicate stage name "${lower}", stage names should be unique`,
          related: [{ span: first.span, message: 'The first stage of that name' }],
        };
      } else seen.set(lower, name);
    }
  },
});
