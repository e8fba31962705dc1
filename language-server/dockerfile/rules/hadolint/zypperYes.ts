import { answerRule } from './answerRule.ts';

export default answerRule({
  id: 'DL3034',
  docs: `zypper asks before it changes anything, and ends where nobody answers, as in a build. With \`-n\` before the command, or
\`-y\` behind it, it goes on.`,
  bad: [
    {
      file: 'FROM opensuse/leap:15.6\nRUN zypper install curl=8.6 && zypper clean\n    ^^^^^^^^^^^^^^^^^^^^^^^ `zypper install` asks before it goes on, and in a build nobody answers. Add `-n`.\n',
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6 && zypper clean\n',
    },
    {
      file: 'FROM opensuse/leap:15.6\nRUN zypper rm curl\n    ^^^^^^^^^^^^^^ `zypper rm` asks before it goes on, and in a build nobody answers. Add `-n`.\n',
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper -n rm curl\n',
    },
  ],
  good: [
    'FROM opensuse/leap:15.6\nRUN zypper -n in a=1 && zypper --non-interactive patch && zypper install -y b=1 && zypper in --no-confirm c=1 && zypper clean\n',
  ],
  programs: ['zypper'],
  verbs: ['install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch'],
  answers: ['non-interactive', 'n', 'no-confirm', 'y'],
  flag: '-n',
  behind: 'program',
});
