import type { Stage } from '../../analysis/stages.ts';
import { byScript } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL4001',
  hadolintSeverity: 'warning',
  docs: `wget and curl do the same. An image that has both carries one for nothing: choose one, and ADD where a file is all that
is wanted.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN wget -q https://example.com/a\nRUN echo hello\nRUN curl -sO https://example.com/b\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This stage uses both wget and curl, which do the same. Use one of them.\n',
    },
    {
      file: 'FROM debian:12\nRUN echo && wget -q https://example.com/a && curl -sO https://example.com/b\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This stage uses both wget and curl, which do the same. Use one of them.\n',
    },
  ],
  good: [
    'FROM debian:12 AS a\nRUN wget -q https://example.com/a\nFROM debian:12\nRUN curl -sO https://example.com/b\nRUN apt-get install wget\nONBUILD RUN wget -q https://example.com/a\n',
  ],
  check: ({ commands }) => {
    const used = {
      build: new Map<Stage | undefined, Set<string>>(),
      child: new Map<Stage | undefined, Set<string>>(),
    };
    const found = byScript(commands.of('wget', 'curl')).flatMap(([run, own]): readonly Objection[] => {
      const [first] = own;
      if (first === undefined) return [];
      const programs = used[run.instruction === run.outer ? 'build' : 'child'];
      const both = programs.get(run.stage) ?? new Set();
      for (const { program } of own) both.add(program);
      programs.set(run.stage, both);
      return both.size > 1 ? [{ command: first }] : [];
    });
    return runReports(found, () => 'This stage uses both wget and curl, which do the same. Use one of them.');
  },
});
