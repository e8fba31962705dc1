import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';
import { pairsIn } from '../yaml/inside.ts';
import { scalarType } from '../yaml/scalar.ts';

/** A key that is read as a number, a boolean or nothing. */
export const nonTextKey: Rule<ComposeTree> = {
  id: 'NonTextKey',
  severity: 'error',
  docs: 'Keys are text. A bare number, `true` or `null` is none to YAML, and Compose refuses it.',
  url: 'https://docs.docker.com/reference/compose-file/',
  bad: [
    {
      file: 'services:\n  1234:\n  ^^^^ A key must be text, and `1234` is read as a number. Put it in quotes.\n    image: nginx\n',
      fixed: 'services:\n  "1234":\n    image: nginx\n',
    },
  ],
  good: ['services:\n  "1234":\n    image: nginx\n  yes:\n    image: nginx\n  v1.2.3:\n    image: nginx\n'],
  *check({ yaml }) {
    for (const { key } of pairsIn(yaml.roots)) {
      const type = scalarType(key);
      if (type === 'text') continue;
      const { span, value } = key;
      if (span.start === span.end) continue;
      const what = type === 'null' ? 'as nothing' : `as a ${type}`;
      const edits = [{ span, newText: `"${value}"` }];
      yield {
        span,
        message: `A key must be text, and \`${value}\` is read ${what}. Put it in quotes.`,
        fixes: [{ title: 'Put it in quotes', edits, safe: true }],
      };
    }
  },
};
