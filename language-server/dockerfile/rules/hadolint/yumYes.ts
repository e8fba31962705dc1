import { answerRule } from './answerRule.ts';

export default answerRule({
  id: 'DL3030',
  docs: `\`yum install\` asks before it installs, and ends where nobody answers, as in a build. With \`-y\` it goes on.`,
  bad: [
    {
      file: 'FROM centos:7\nRUN yum install httpd-2.4.6 && yum clean all\n    ^^^^^^^^^^^^^^^^^^^^^^^ `yum install` asks before it goes on, and in a build nobody answers. Add `-y`.\n',
      fixed: 'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n',
    },
  ],
  good: [
    'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum --assumeyes groupinstall tools-1 && yum clean all\n',
  ],
  programs: ['yum'],
  verbs: ['install', 'groupinstall', 'localinstall'],
  answers: ['y', 'assumeyes'],
  flag: '-y',
  behind: 'verb',
});
