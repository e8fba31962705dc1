import { lastUser } from './lastUser.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3002',
  hadolintSeverity: 'warning',
  docs: `The last USER of a stage is root. What a container runs as root is root outside of it too, should it ever break out.
Become root for what needs it, such as installing packages, and then become another user again.`,
  bad: [
    {
      file: 'FROM debian:12\nUSER root\n     ^^^^ The stage ends as root. Switch to a user with fewer rights behind what needs root.\nRUN make install\n',
    },
    {
      file: 'FROM debian:12 AS a\nUSER 0:0\n     ^^^ The stage ends as root. Switch to a user with fewer rights behind what needs root.\nFROM a\nUSER app\n',
    },
  ],
  good: ['FROM debian:12\nUSER root\nRUN make install\nUSER app\n', 'FROM debian:12\nRUN make\n'],
  *check({ stages }) {
    for (const stage of stages) {
      const user = lastUser(stage);
      if (user === undefined || !/^(?:root|0)(?::|$)/.test(unquoted(user.text))) continue;
      yield {
        span: user.span,
        message: 'The stage ends as root. Switch to a user with fewer rights behind what needs root.',
      };
    }
  },
});
