import { hasArgument } from '../../shell/commands.ts';
import { cleanRule } from './cleanRule.ts';

export default cleanRule({
  id: 'DL3032',
  docs: `yum keeps what it downloads and the lists of its repositories, which nothing in the image needs. \`yum clean all\` in the
same RUN removes them; in a later RUN they would be gone from view and still in the layer below.`,
  bad: [
    {
      file: 'FROM centos:7\nRUN yum install -y httpd-2.4.6\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ yum leaves what it has downloaded in the image. Run `yum clean all` behind it, in the same RUN.\n',
      fixed: 'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n',
    },
    {
      file: 'FROM centos:7\nRUN yum clean all \\\n && yum install -y \\\n    ^^^^^^^^^^^^^^^^ yum leaves what it has downloaded in the image. Run `yum clean all` behind it, in the same RUN.\n      httpd-2.4.6 \\\n && make\n',
      fixed:
        'FROM centos:7\nRUN yum clean all \\\n && yum install -y \\\n      httpd-2.4.6 \\\n && yum clean all \\\n && make\n',
    },
  ],
  good: [
    'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\nRUN yum install -y httpd-2.4.6 && rm -rf /var/cache/yum/*\nRUN yum update -y\n',
  ],
  programs: ['yum'],
  verbs: ['install'],
  cleans: (command) =>
    command.program === 'yum'
      ? hasArgument(command, 'clean', 'all')
      : hasArgument(command, '/var/cache/yum/*', '/var/cache/yum', '-rf'),
  cleanUp: () => 'yum clean all',
});
