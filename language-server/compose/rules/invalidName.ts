import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';

/** A name that a service or the like can’t have. */
export const invalidName: Rule<ComposeTree> = {
  id: 'InvalidName',
  severity: 'error',
  docs: 'The names of services, networks, volumes, secrets, configs and models take letters, digits, `.`, `_` and `-`.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web server:\n  ^^^^^^^^^^ A service can’t be called `web server`: its name takes letters, digits, `.`, `_` and `-`.\n    image: nginx\n',
    },
  ],
  good: ['services:\n  Web_1.a-b:\n    image: nginx\n'],
  *check({ analysis }) {
    for (const { key, kind } of analysis.wrongNames) {
      const message = `A ${kind} can’t be called \`${key.value}\`: its name takes letters, digits, \`.\`, \`_\` and \`-\`.`;
      yield { span: key.span, message };
    }
  },
};
