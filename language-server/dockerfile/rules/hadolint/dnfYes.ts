import { answerRule } from './answerRule.ts';

export default answerRule({
  id: 'DL3038',
  docs: `\`dnf install\` asks before it installs, and ends where nobody answers, as in a build. With \`-y\` it goes on.`,
  bad: [
    {
      file: 'FROM fedora:40\nRUN dnf install httpd-2.4.59 && dnf clean all\n    ^^^^^^^^^^^^^^^^^^^^^^^^ `dnf install` asks before it goes on, and in a build nobody answers. Add `-y`.\n',
      fixed: 'FROM fedora:40\nRUN dnf install -y httpd-2.4.59 && dnf clean all\n',
    },
    {
      file: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.4\nRUN microdnf install tar-1.34 && microdnf clean all\n    ^^^^^^^^^^^^^^^^^^^^^^^^^ `microdnf install` asks before it goes on, and in a build nobody answers. Add `-y`.\n',
      fixed:
        'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.4\nRUN microdnf install -y tar-1.34 && microdnf clean all\n',
    },
  ],
  good: [
    'FROM fedora:40\nRUN dnf install -y httpd-2.4.59 && dnf --assumeyes localinstall own-1.rpm && dnf clean all && notdnf install x\n',
  ],
  programs: ['dnf', 'microdnf'],
  verbs: ['install', 'groupinstall', 'localinstall'],
  answers: ['y', 'assumeyes'],
  flag: '-y',
  behind: 'verb',
});
