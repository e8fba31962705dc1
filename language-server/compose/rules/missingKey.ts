import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** A map without a key that it needs. */
export const missingKey: Rule<ComposeTree> = {
  id: 'MissingKey',
  severity: 'error',
  docs: 'Some maps mean nothing without a certain key, as a mount without its `type`. Compose refuses them.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n      ^^ A dependency needs `condition`.\n        restart: true\n  db:\n    image: postgres\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    volumes:\n      - source: .\n        ^^^^^^ A mount needs `type`.\n        target: /app\n    develop:\n      watch:\n        - path: .\n          ^^^^ A watch rule needs `action`.\n',
    },
  ],
  good: [
    'x-wait: &wait\n  condition: service_started\nservices:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        <<: *wait\n        restart: true\n  db:\n    image: postgres\n',
  ],
  *check({ analysis }) {
    for (const { span, key, title } of analysis.missingKeys) {
      yield { span, message: `${title.slice(0, 1).toUpperCase()}${title.slice(1)} needs \`${key}\`.` };
    }
  },
};
