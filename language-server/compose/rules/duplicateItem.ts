import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** The same item twice in a list that may have it once. */
export const duplicateItem: Rule<ComposeTree> = {
  id: 'DuplicateItem',
  severity: 'error',
  docs: 'Lists such as `ports`, `networks` and `depends_on` name each thing once. Compose refuses the second.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n      - "80:80"\n        ^^^^^^^ The same item stands in this list already. Remove one of them.\n',
    },
  ],
  good: ['services:\n  web:\n    image: nginx\n    ports: ["80:80", "81:80"]\n    command: [a, a]\n'],
  *check({ analysis }) {
    for (const { item, first } of analysis.duplicateItems) {
      yield {
        span: item.span,
        message: 'The same item stands in this list already. Remove one of them.',
        related: [{ span: first.span, message: 'The first is here.' }],
      };
    }
  },
};
