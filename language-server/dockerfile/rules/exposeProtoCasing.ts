import { exposedPorts } from './exposedPorts.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'ExposeProtoCasing',
  docs: `The protocol in EXPOSE is written in lower case: \`80/tcp\`.`,
  bad: [
    {
      file: "FROM alpine\nEXPOSE 80/TcP 53/UDP\n       ^^^^^^ Defined protocol '80/TcP' in EXPOSE instruction should be lowercase\n              ^^^^^^ Defined protocol '53/UDP' in EXPOSE instruction should be lowercase\n",
      fixed: 'FROM alpine\nEXPOSE 80/tcp 53/udp\n',
    },
  ],
  good: ['FROM alpine\nEXPOSE 80/tcp 53/udp 8080\n'],
  *check(tree) {
    for (const { text, span, protocol, asWritten } of exposedPorts(tree)) {
      if (protocol === protocol.toLowerCase()) continue;
      const newText = text.slice(0, text.length - protocol.length) + protocol.toLowerCase();
      yield {
        span,
        message: `Defined protocol '${text}' in EXPOSE instruction should be lowercase`,
        fixes: asWritten ? [{ title: `Write ${newText}`, edits: [{ span, newText }], safe: true }] : [],
      };
    }
  },
});
