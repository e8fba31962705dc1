import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** `yes` and its like, where a boolean is wanted. */
export const booleanWord: Rule<ComposeTree> = {
  id: 'BooleanWord',
  severity: 'warning',
  docs: '`yes`, `no`, `on` and `off` are text to YAML 1.2. Compose reads them as booleans, with a warning; `docker stack deploy` refuses them.',
  url: 'https://yaml.org/spec/1.2.2/#1032-tag-resolution',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    tty: yes\n         ^^^ `yes` is text in YAML. Write `true`.\n    read_only: Off\n               ^^^ `Off` is text in YAML. Write `false`.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    tty: true\n    read_only: false\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    tty: true\n    restart: no\n    environment:\n      DEBUG: yes\n',
  ],
  *check({ analysis }) {
    for (const { span, value } of analysis.booleanWords) {
      const word = /^(?:y|yes|on)$/i.test(value) ? 'true' : 'false';
      yield {
        span,
        message: `\`${value}\` is text in YAML. Write \`${word}\`.`,
        fixes: [{ title: `Write \`${word}\``, edits: [{ span, newText: word }], safe: true }],
      };
    }
  },
};
