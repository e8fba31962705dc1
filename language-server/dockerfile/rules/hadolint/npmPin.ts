import { hasArgument, operands } from '../../shell/commands.ts';
import { behindInstall, pinRule } from './pinRule.ts';

export default pinRule({
  id: 'DL3016',
  docs: `\`npm install <package>\` without a version installs the newest there is at the time of the build. Write
\`<package>@<version>\`, and for a git repository its commit or tag behind \`#\`. What the project itself depends on belongs in
its \`package.json\` and lock file: \`npm ci\` installs that.`,
  bad: [
    {
      file: 'FROM node:22\nRUN npm install -g typescript@5.5 npm @scope/own@1\n                                  ^^^ `npm` has no version, so that another build may install another one. Write `npm@<version>`.\n',
    },
    {
      file: 'FROM node:22\nRUN npm install --registry https://example.com @scope/own\n                                               ^^^^^^^^^^ `@scope/own` has no version, so that another build may install another one. Write `@scope/own@<version>`.\n',
    },
    {
      file: 'FROM node:22\nRUN npm install git+https://example.com/own.git\n                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `git+https://example.com/own.git` has no version, so that another build may install another one. Write `git+https://example.com/own.git#<commit>`.\n',
    },
  ],
  good: [
    'FROM node:22\nRUN npm install && npm install --progress=false && npm ci && npm run install\n',
    'FROM node:22\nRUN npm install --loglevel verbose --registry https://example.com express@"4.1" @scope/own@">=1 <2"\n',
    'FROM node:22\nRUN npm install ./own ../other /opt/tool ~/tool own.tgz git+ssh://git@example.com/own.git#v1.0\n',
  ],
  pinned: (name) => (isGit(name) ? `${name}#<commit>` : `${name}@<version>`),
  *unpinned(commands) {
    for (const command of commands.of('npm')) {
      if (!hasArgument(command, 'install')) continue;
      const args = operands(command, ['loglevel', 'registry']);
      if (args[0]?.text !== 'install') continue;
      for (const token of behindInstall(args)) if (!isPinned(token.text)) yield { command, token };
    }
  },
});

function isPinned(name: string): boolean {
  if (isGit(name)) return name.includes('#');
  if (/\.(?:tar|tar\.gz|tgz)$|^(?:\/|\.\.?\/|~\/)/.test(name)) return true;
  return name.includes('@', 1);
}

function isGit(name: string): boolean {
  return /^git(?:\+ssh|\+https?)?:\/\//.test(name);
}
