import { hasArgument } from '../../shell/commands.ts';
import { cleanRule } from './cleanRule.ts';

export default cleanRule({
  id: 'DL3036',
  docs: `zypper keeps what it downloads and the lists of its repositories, which nothing in the image needs. \`zypper clean\` in
the same RUN removes them; in a later RUN they would be gone from view and still in the layer below. A cache mounted on
\`/var/cache/zypp\` keeps them out of the image and for the next build.`,
  bad: [
    {
      file: 'FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ zypper leaves what it has downloaded in the image. Run `zypper clean` behind it, in the same RUN.\n',
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper -n install curl=8.6 && zypper clean\n',
    },
  ],
  good: [
    'FROM opensuse/leap:15.6\nRUN zypper -n in curl=8.6 && zypper clean\nRUN zypper -n in curl=8.6 && zypper cc\nRUN --mount=type=tmpfs,target=/var/cache/zypp zypper -n in curl=8.6\n',
  ],
  programs: ['zypper'],
  verbs: ['install', 'in'],
  cleans: (command) => command.program === 'zypper' && hasArgument(command, 'clean', 'cc'),
  cleanUp: () => 'zypper clean',
  mounts: ['/var/cache/zypp'],
});
