import { pinRule, unpinnedPackages } from './pinRule.ts';

export default pinRule({
  id: 'DL3037',
  docs: `\`zypper install\` without versions installs what the repositories have at the time of the build, so that the same
Dockerfile gives another image next month. Write \`<package>=<version>\`, or a range in quotes: \`"<package>>=<version>"\`.`,
  bad: [
    {
      file: 'FROM opensuse/leap:15.6\nRUN zypper install -y curl && zypper clean\n                      ^^^^ `curl` has no version, so that another build may install another one. Write `curl=<version>`.\n',
    },
  ],
  good: [
    'FROM opensuse/leap:15.6\nRUN zypper in -y curl=8.6 git\\>=2.4 make\\<5 && zypper clean\n',
    'FROM opensuse/leap:15.6\nRUN zypper install -y tool-1.0.rpm && zypper clean\n',
  ],
  pinned: (name) => `${name}=<version>`,
  unpinned: (commands) =>
    unpinnedPackages(commands.of('zypper'), {
      verbs: ['install', 'in'],
      isPinned: (name) => /[=<>]|\.rpm$/.test(name),
    }),
});
