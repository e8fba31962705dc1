import { pinRule, unpinnedPackages } from './pinRule.ts';

export default pinRule({
  id: 'DL3018',
  docs: `\`apk add\` without versions installs what Alpine's repository has at the time of the build, so that the same Dockerfile
gives another image next month. Write \`<package>=<version>\`, or \`<package>~<version>\` for any that starts so. Alpine keeps
no old versions: where that breaks builds more often than surprises do, switch this rule off.`,
  bad: [
    {
      file: 'FROM alpine:3.20\nRUN apk add --no-cache curl=8.9.0-r0 git\n                                     ^^^ `git` has no version, so that another build may install another one. Write `git=<version>`.\n',
    },
    {
      file: 'FROM alpine:3.20\nRUN apk add --virtual .build gcc \\\n                             ^^^ `gcc` and `make` have no version, so that another build may install another one. Write `gcc=<version>`.\n  make\n',
    },
  ],
  good: [
    'FROM alpine:3.20\nRUN apk add --no-cache curl=8.9.0-r0 git~2.45 "make>4"\n',
    'FROM alpine:3.20\nRUN apk add --virtual .build -X https://example.com/testing gcc=13.2 && apk del .build\n',
    'FROM alpine:3.20\nRUN apk add --repository=https://example.com/testing ./own-1.0.apk\n',
  ],
  pinned: (name) => `${name}=<version>`,
  unpinned: (commands) =>
    unpinnedPackages(commands.of('apk'), {
      verbs: ['add'],
      valued: ['t', 'virtual', 'repository', 'X'],
      isPinned: (name) => /[=~<>]|\.apk$/.test(name),
    }),
});
