import { exposedPorts } from './exposedPorts.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'ExposeInvalidFormat',
  docs: `EXPOSE names ports of the container. An address or a port of the host does nothing there and will be an error one
day; \`docker run -p\` takes them.`,
  bad: [
    {
      file: "FROM alpine\nEXPOSE 127.0.0.1:80:80 5000-5010:6000-6010/udp\n       ^^^^^^^^^^^^^^^ EXPOSE instruction should not define an IP address or host-port mapping, found '127.0.0.1:80:80'\n                       ^^^^^^^^^^^^^^^^^^^^^^^ EXPOSE instruction should not define an IP address or host-port mapping, found '5000-5010:6000-6010/udp'\n",
      fixed: 'FROM alpine\nEXPOSE 80 6000-6010/udp\n',
    },
  ],
  good: ['FROM alpine\nEXPOSE 80 6000-6010/udp\n'],
  *check(tree) {
    for (const { text, span, ip, hostPort, containerPort, protocol, asWritten } of exposedPorts(tree)) {
      if (ip === '' && hostPort === '') continue;
      const newText = protocol === '' ? containerPort : `${containerPort}/${protocol}`;
      yield {
        span,
        message: `EXPOSE instruction should not define an IP address or host-port mapping, found '${text}'`,
        fixes: asWritten ? [{ title: `Write ${newText}`, edits: [{ span, newText }], safe: true }] : [],
      };
    }
  },
});
