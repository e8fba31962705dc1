import { pinRule } from './pinRule.ts';
import { unpinnedRpms } from './rpmPins.ts';

export default pinRule({
  id: 'DL3033',
  docs: `\`yum install\` without versions installs what the repositories have at the time of the build, so that the same
Dockerfile gives another image next month. Write \`<package>-<version>\`, and \`<module>:<stream>\` for a module.`,
  bad: [
    {
      file: 'FROM centos:7\nRUN yum install -y httpd-2.4.6 rpm-sign && yum clean all\n                               ^^^^^^^^ `rpm-sign` has no version, so that another build may install another one. Write `rpm-sign-<version>`.\n',
    },
    {
      file: 'FROM centos:7\nRUN yum module install -y nodejs && yum clean all\n                          ^^^^^^ `nodejs` has no version, so that another build may install another one. Write `nodejs-<version>`.\n',
    },
  ],
  good: [
    'FROM centos:7\nRUN yum install -y openssl-1:1.0.2k gcc-c++-4.8.5 own.x86_64-1.rpm "git-core-${GIT}" && yum clean all\n',
    'FROM centos:7\nRUN yum module install -y nodejs:20 && yum clean all\n',
    'FROM centos:7\nRUN yum update -y\n',
  ],
  pinned: (name) => `${name}-<version>`,
  unpinned: (commands) => unpinnedRpms(commands.of('yum')),
});
