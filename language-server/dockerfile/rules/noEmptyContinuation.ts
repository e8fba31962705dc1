import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'NoEmptyContinuation',
  docs: `An empty line inside an instruction that goes on over several lines is skipped today and will be an error one day.
Remove it; a comment line is allowed there.`,
  bad: [
    {
      file: 'FROM alpine\nEXPOSE \\\n\n^ Empty continuation line\n80\n',
      fixed: 'FROM alpine\nEXPOSE \\\n80\n',
    },
    {
      file: 'FROM alpine\nRUN a && \\\n  # why\n\n^ Empty continuation line\n\n  b\n',
      fixed: 'FROM alpine\nRUN a && \\\n  # why\n  b\n',
    },
  ],
  good: ['FROM alpine\nRUN a && \\\n  # why\n  b\n\nRUN c\n'],
  *check({ instructions }) {
    for (const { trivia } of instructions) {
      const empty = trivia.filter(({ kind }) => kind === 'emptyLine');
      const [first] = empty;
      if (first === undefined) continue;
      const edits = empty.map(({ span }) => ({ span, newText: '' }));
      yield {
        span: first.span,
        message: 'Empty continuation line',
        fixes: [
          {
            title: edits.length === 1 ? 'Remove the empty line' : 'Remove the empty lines',
            edits,
            safe: true,
          },
        ],
      };
    }
  },
});
