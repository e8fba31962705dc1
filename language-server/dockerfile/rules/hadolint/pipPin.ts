import { hasArgument, hasFlag, operands, pipInstalls } from '../../shell/commands.ts';
import { behindInstall, pinRule } from './pinRule.ts';

export default pinRule({
  id: 'DL3013',
  docs: `\`pip install <package>\` without a version installs the newest there is at the time of the build. Write
\`<package>==<version>\`, or keep the versions in a file: \`pip install --requirement requirements.txt\`, or \`--constraint\`. For
a repository, name the commit or tag behind \`@\`.`,
  bad: [
    {
      file: 'FROM python:3.12\nRUN pip install --no-cache-dir flask==3.0 requests\n                                          ^^^^^^^^ `requests` has no version, so that another build may install another one. Write `requests==<version>`.\n',
    },
    {
      file: 'FROM python:3.12\nRUN python3 -m pip install --index-url https://example.com requests\n                                                           ^^^^^^^^ `requests` has no version, so that another build may install another one. Write `requests==<version>`.\n',
    },
    {
      file: 'FROM python:3.12\nRUN pip3 install git+https://example.com/own.git#egg=own\n                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `git+https://example.com/own.git#egg=own` has no version, so that another build may install another one. Write `git+https://example.com/own.git@<commit>#egg=own`.\n',
    },
  ],
  good: [
    "FROM python:3.12\nRUN pip install flask==3.0 'requests>=2' \"rich~=13.7\" 'click!=8' --user --target /opt --trusted-host example.com\n",
    'FROM python:3.12\nRUN pip install -r requirements.txt && pip install . && pip install flask -c versions.txt && pipenv install flask\n',
    'FROM python:3.12\nRUN pip install own.whl ./own https://example.com/own.zip git+ssh://example.com/own.git@v1#egg=own -e .\n',
  ],
  pinned: (name) => (isRepository(name) ? name.replace(/#|$/, '@<commit>$&') : `${name}==<version>`),
  *unpinned(commands) {
    for (const command of pipInstalls(commands)) {
      if (hasFlag(command, 'constraint', 'c') || hasArgument(command, '-r', '--requirement', '.')) continue;
      for (const token of behindInstall(operands(command, valued)))
        if (!isPinned(token.text)) yield { command, token };
    }
  },
});

const valued: readonly string[] = [
  'abi',
  'b',
  'build',
  'e',
  'editable',
  'extra-index-url',
  'f',
  'find-links',
  'i',
  'index-url',
  'implementation',
  'no-binary',
  'only-binary',
  'platform',
  'prefix',
  'progress-bar',
  'proxy',
  'python',
  'python-version',
  'root',
  'root-user-action',
  'src',
  't',
  'target',
  'trusted-host',
  'upgrade-strategy',
];

function isPinned(name: string): boolean {
  if (/[=!~]=|[<>]/.test(name) || /\.(?:whl|tar\.gz)$/.test(name)) return true;
  return isRepository(name) ? name.includes('@') : name.includes('/');
}

function isRepository(name: string): boolean {
  return /^(?:git|hg|svn|bzr)(?:\+[\w-]+)?:/.test(name);
}
