import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** A key for which there is a better one by now. */
export const deprecatedKey: Rule<ComposeTree> = {
  id: 'DeprecatedKey',
  severity: 'hint',
  docs: 'Some keys are kept for old files only; the hover says what to write instead.',
  url: 'https://docs.docker.com/reference/compose-file/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\nnetworks:\n  old:\n    external:\n      name: mine\n      ^^^^ `name` is deprecated here. Write `external: true` and `name` beside it.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    links: [db]\n    ^^^^^ `links` is deprecated here. Services in a network reach each other by name; for another name write `aliases` under `networks`.\n  db:\n    image: postgres\n',
    },
  ],
  good: ['services:\n  web:\n    image: nginx\nnetworks:\n  old:\n    external: true\n    name: mine\n'],
  *check({ analysis }) {
    for (const { pair, attribute } of analysis.deprecated) {
      const message = `\`${pair.key.value}\` is deprecated here. ${attribute.deprecated}`;
      yield { span: pair.key.span, message, deprecated: true };
    }
  },
};
