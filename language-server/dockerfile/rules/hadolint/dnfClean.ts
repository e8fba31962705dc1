import { hasArgument } from '../../shell/commands.ts';
import { cleanRule } from './cleanRule.ts';

export default cleanRule({
  id: 'DL3040',
  docs: `dnf keeps what it downloads and the lists of its repositories, which nothing in the image needs. \`dnf clean all\` in the
same RUN removes them; in a later RUN they would be gone from view and still in the layer below. A cache mounted on
\`/var/cache/libdnf5\` keeps them out of the image and for the next build.`,
  bad: [
    {
      file: 'FROM fedora:40\nRUN dnf install -y httpd-2.4.59\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dnf leaves what it has downloaded in the image. Run `dnf clean all` behind it, in the same RUN.\n',
      fixed: 'FROM fedora:40\nRUN dnf install -y httpd-2.4.59 && dnf clean all\n',
    },
    {
      file: 'FROM fedora:40\nRUN <<EOF\n  microdnf install -y tar-1.34\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ microdnf leaves what it has downloaded in the image. Run `microdnf clean all` behind it, in the same RUN.\n  dnf clean all\nEOF\n',
      fixed:
        'FROM fedora:40\nRUN <<EOF\n  microdnf install -y tar-1.34 && microdnf clean all\n  dnf clean all\nEOF\n',
    },
    {
      file: 'FROM fedora:40\nRUN dnf clean all && dnf upgrade -y\n                     ^^^^^^^^^^^^^^ dnf leaves what it has downloaded in the image. Run `dnf clean all` behind it, in the same RUN.\n',
    },
  ],
  good: [
    'FROM fedora:40\nRUN dnf install -y httpd-2.4.59 && dnf clean all\nRUN microdnf install -y tar-1.34 && rm -rf /var/cache/yum/*\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd-2.4.59\nRUN notdnf install httpd\n',
  ],
  programs: ['dnf', 'microdnf'],
  verbs: ['install', 'in', 'upgrade', 'up', 'upgrade-minimal', 'up-min', 'reinstall', 'rei'],
  cleans: (command, program) =>
    command.program === program
      ? hasArgument(command, 'clean', 'all')
      : hasArgument(command, '-rf', '/var/cache/libdnf5*', '/var/cache/yum/*', '/var/cache/dnf'),
  cleanUp: (program) => `${program} clean all`,
  mounts: ['/var/cache/libdnf5', '/var/cache/dnf', '.cache/libdnf5'],
});
