import type { Rule } from '../../lint/rule.ts';
import { describePlace } from '../analysis/describe.ts';
import { nearest } from '../analysis/nearest.ts';
import type { ComposeTree } from '../tree.ts';

/** A word that is none of those that its key takes. */
export const invalidValue: Rule<ComposeTree> = {
  id: 'InvalidValue',
  severity: 'error',
  docs: 'Some keys take one of a few words. Compose refuses others.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: service_helthy\n                   ^^^^^^^^^^^^^^ `condition` can’t be `service_helthy`; did you mean `service_healthy`?\n  db:\n    image: postgres\n',
      fixed:
        'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    volumes:\n      - type: folder\n              ^^^^^^ `type` can’t be `folder`. It takes `volume`, `bind`, `tmpfs`, `npipe`, `cluster` or `image`.\n        source: .\n        target: /app\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: ${CONDITION}\n  db:\n    image: postgres\n',
    'services:\n  web:\n    image: nginx\n    cgroup: private\n',
  ],
  *check({ analysis }) {
    for (const { scalar, shape, path } of analysis.wrongWords) {
      const words = (shape.values ?? []).map(({ word }) => word);
      const guess = nearest(scalar.value, words);
      const start = `${describePlace(path)} can’t be \`${scalar.value}\``;
      const { span } = scalar;
      if (guess === undefined) {
        const quoted = words.map((word) => `\`${word}\``);
        const last = quoted.pop() ?? '';
        yield {
          span,
          message: `${start}. It takes ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}.`,
        };
      } else {
        const fix = { title: `Replace by \`${guess}\``, edits: [{ span, newText: guess }], safe: true };
        yield { span, message: `${start}; did you mean \`${guess}\`?`, fixes: [fix] };
      }
    }
  },
};
