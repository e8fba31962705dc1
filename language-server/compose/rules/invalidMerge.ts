import type { Rule } from '../../lint/rule.ts';
import { describeNode } from '../analysis/describe.ts';
import type { ComposeTree } from '../tree.ts';

/** A `<<` with something that is no map. */
export const invalidMerge: Rule<ComposeTree> = {
  id: 'InvalidMerge',
  severity: 'error',
  docs: '`<<` brings the keys of another map in: its value is an alias of a map, or a list of these.',
  url: 'https://docs.docker.com/reference/compose-file/fragments/',
  bad: [
    {
      file: 'x-tag: &tag latest\nservices:\n  web:\n    image: nginx\n    <<: *tag\n        ^^^^ `<<` takes a map or a list of maps, and this is text.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    <<:\n    ^^ `<<` takes a map or a list of maps, and this is nothing.\n',
    },
  ],
  good: [
    'x-a: &a\n  tty: true\nx-b: &b\n  init: true\nservices:\n  web:\n    image: nginx\n    <<: [*a, *b]\n',
  ],
  *check({ analysis, anchors }) {
    for (const { pair, node } of analysis.wrongMerges) {
      const resolved = anchors.resolve(node);
      const what = resolved === undefined ? 'nothing' : describeNode(resolved);
      const message = `\`<<\` takes a map or a list of maps, and this is ${what}.`;
      yield { span: node?.span ?? pair.key.span, message };
    }
  },
};
