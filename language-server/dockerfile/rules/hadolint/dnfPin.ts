import { pinRule } from './pinRule.ts';
import { unpinnedRpms } from './rpmPins.ts';

export default pinRule({
  id: 'DL3041',
  docs: `\`dnf install\` without versions installs what the repositories have at the time of the build, so that the same
Dockerfile gives another image next month. Write \`<package>-<version>\`, and \`<module>:<stream>\` for a module.`,
  bad: [
    {
      file: 'FROM fedora:40\nRUN dnf install -y httpd-2.4.59 rpm-sign && dnf clean all\n                                ^^^^^^^^ `rpm-sign` has no version, so that another build may install another one. Write `rpm-sign-<version>`.\n',
    },
    {
      file: 'FROM registry.access.redhat.com/ubi9/ubi-minimal:9.4\nRUN microdnf install -y tar && microdnf clean all\n                        ^^^ `tar` has no version, so that another build may install another one. Write `tar-<version>`.\n',
    },
    {
      file: 'FROM fedora:40\nRUN dnf module install -y nodejs && dnf clean all\n                          ^^^^^^ `nodejs` has no version, so that another build may install another one. Write `nodejs-<version>`.\n',
    },
  ],
  good: [
    'FROM fedora:40\nRUN dnf install -y openssl-1:1.1.1k gcc-c++-14.1.1 own-1.rpm "git-core-${GIT}" && dnf clean all\n',
    'FROM fedora:40\nRUN dnf module install -y nodejs:20 && dnf group install -y tools && notdnf install tar\n',
  ],
  pinned: (name) => `${name}-<version>`,
  unpinned: (commands) => unpinnedRpms(commands.of('dnf', 'microdnf'), ['group']),
});
