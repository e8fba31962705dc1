import { countFlag, hasArgument, hasFlag } from '../../shell/commands.ts';
import { answerRule } from './answerRule.ts';

export default answerRule({
  id: 'DL3014',
  docs: `\`apt-get install\` asks before it installs more than what it is told, and ends where nobody answers, as in a build. With
\`-y\` it goes on. \`-qq\` implies it.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt-get update \\\n && apt-get install --no-install-recommends \\\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks before it goes on, and in a build nobody answers. Add `-y`.\n    # for the health check\n    curl=8.5.0\n',
      fixed:
        'FROM debian:12\nRUN apt-get update \\\n && apt-get install -y --no-install-recommends \\\n    # for the health check\n    curl=8.5.0\n',
    },
    {
      file: 'FROM debian:12\nRUN ["apt-get", "install", "-q", "curl=8.5.0"]\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks before it goes on, and in a build nobody answers. Add `-y`.\n',
      fixed: 'FROM debian:12\nRUN ["apt-get", "install", "-y", "-q", "curl=8.5.0"]\n',
    },
    {
      file: 'FROM debian:12\nRUN apt-get install --quiet a=1; apt-get install b=1\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks before it goes on, and in a build nobody answers. Add `-y`.\n',
      fixed: 'FROM debian:12\nRUN apt-get install -y --quiet a=1; apt-get install -y b=1\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN apt-get install -yq a=1 && apt-get -y install b=1 && apt-get --yes install c=1 && apt-get --assume-yes install d=1\n',
    'FROM debian:12\nRUN apt-get install -qq a=1 && apt-get install -q -q b=1 && apt-get install -q=2 c=1 && apt-get install --quiet --quiet d=1\n',
  ],
  programs: ['apt-get'],
  verbs: ['install'],
  answers: (command) =>
    hasFlag(command, 'y', 'yes', 'assume-yes') ||
    countFlag(command, 'q') >= 2 ||
    countFlag(command, 'quiet') >= 2 ||
    hasArgument(command, '-q=2', '--quiet=2'),
  flag: '-y',
  behind: 'verb',
});
