import { pinRule, unpinnedPackages } from './pinRule.ts';

export default pinRule({
  id: 'DL3008',
  docs: `\`apt-get install\` without versions installs what the archive has at the time of the build, so that the same Dockerfile
gives another image next month, and a cached layer one that nobody can tell the contents of. Write \`<package>=<version>\`; a
version may end in \`*\`. Releases remove old versions from their archive: where that breaks builds more often than surprises
do, switch this rule off.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl=8.5.0 git && rm -rf /var/lib/apt/lists/*\n                                                    ^^^ `git` has no version, so that another build may install another one. Write `git=<version>`.\n',
    },
    {
      file: 'FROM debian:12\nRUN apt-get install -t bookworm-backports \\\n    curl \\\n    ^^^^ `curl`, `git`, `vim` and 1 more have no version, so that another build may install another one. Write `curl=<version>`.\n    git \\\n    vim make\n',
    },
    {
      file: 'FROM debian:12\nONBUILD RUN apt-get install curl\n                            ^^^^ `curl` has no version, so that another build may install another one. Write `curl=<version>`.\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN apt-get -yqq install --no-install-recommends curl=8.5.0 "git=1:2.4*" "make=$MAKE"\n',
    'FROM debian:12\nRUN apt-get install -y -t bookworm-backports curl=8.5.0 ./local.deb jq/stable tool.deb\n',
    'FROM debian:12\nRUN echo apt-get install curl\n',
  ],
  pinned: (name) => `${name}=<version>`,
  unpinned: (commands) =>
    unpinnedPackages(commands.of('apt-get'), {
      verbs: ['install'],
      valued: ['t', 'target-release'],
      isPinned: (name) => /[=/]|\.deb$/.test(name),
    }),
});
