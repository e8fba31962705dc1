import type { Rule } from '../../lint/rule.ts';
import { nearest } from '../analysis/nearest.ts';
import type { ComposeTree } from '../tree.ts';

/** An alias of an anchor that does not stand before it. */
export const undefinedAlias: Rule<ComposeTree> = {
  id: 'UndefinedAlias',
  severity: 'error',
  docs: '`*name` stands for what `&name` marks earlier in the same file. Without that mark the file can’t be read at all.',
  url: 'https://docs.docker.com/reference/compose-file/fragments/',
  bad: [
    {
      file: 'x-logging: &logging\n  driver: local\nservices:\n  web:\n    image: nginx\n    logging: *loging\n             ^^^^^^^ There is no anchor `&loging` before this alias; did you mean `*logging`?\n',
      fixed:
        'x-logging: &logging\n  driver: local\nservices:\n  web:\n    image: nginx\n    logging: *logging\n',
    },
    {
      file: 'services:\n  web:\n    <<: *later\n        ^^^^^^ There is no anchor `&later` before this alias; it stands further down.\n    image: nginx\nx-later: &later\n  tty: true\n',
    },
  ],
  good: ['x-web: &web\n  image: nginx\nservices:\n  web: *web\n  other:\n    <<: *web\n'],
  *check({ anchors }) {
    for (const alias of anchors.aliases) {
      if (anchors.anchorOf(alias) !== undefined) continue;
      const { name, span } = alias;
      const start = `There is no anchor \`&${name}\` before this alias`;
      if (anchors.all.some((anchor) => anchor.name === name)) {
        yield { span, message: `${start}; it stands further down.` };
        continue;
      }
      const before = anchors.all.filter((anchor) => anchor.span.start < span.start);
      const guess = nearest(
        name,
        before.slice(-1000).map((anchor) => anchor.name),
      );
      if (guess === undefined) yield { span, message: `${start}.` };
      else {
        const fixes = [
          { title: `Replace by \`*${guess}\``, edits: [{ span, newText: `*${guess}` }], safe: true },
        ];
        yield { span, message: `${start}; did you mean \`*${guess}\`?`, fixes };
      }
    }
  },
};
