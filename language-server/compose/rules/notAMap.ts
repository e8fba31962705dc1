import type { Rule } from '../../lint/rule.ts';
import { describeNode } from '../analysis/describe.ts';
import type { ComposeTree } from '../tree.ts';

/** A file that is no map at all. */
export const notAMap: Rule<ComposeTree> = {
  id: 'NotAMap',
  severity: 'error',
  docs: 'A Compose file is a map with keys such as `services`. Compose refuses a list or a text.',
  url: 'https://docs.docker.com/reference/compose-file/',
  bad: [
    {
      file: '- web\n^^^^^ A Compose file is a map with keys such as `services`, and this is a list.\n- db\n',
    },
    {
      file: 'just some words\n^^^^^^^^^^^^^^^ A Compose file is a map with keys such as `services`, and this is text.\n',
    },
  ],
  good: ['services:\n  web:\n    image: nginx\n', '', '# nothing yet\n'],
  *check({ yaml }) {
    for (const root of yaml.roots) {
      if (root.kind === 'map') continue;
      const message = `A Compose file is a map with keys such as \`services\`, and this is ${describeNode(root)}.`;
      yield { span: root.span, message };
    }
  },
};
