import type { Rule } from '../../lint/rule.ts';
import { describePlace } from '../analysis/describe.ts';
import type { ComposeTree } from '../tree.ts';

/** A value that is not written as its key wants it: a port, a duration, a size… */
export const invalidFormat: Rule<ComposeTree> = {
  id: 'InvalidFormat',
  severity: 'error',
  docs: 'Ports, durations, sizes, mounts, addresses and image references have a form of their own. A value with a variable in it is not checked, as it is known only when Compose runs.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:http"\n              ^^^^ `http` is no container port. Write a number, or a range such as `8000-8010`.\n      - "localhost:80:80"\n         ^^^^^^^^^ `localhost` is no IP address. Before the host’s port only an address can stand, no host name.\n      - "80:80/tpc"\n               ^^^ `tpc` is no protocol; there are tcp, udp and sctp.\n      - "8000-8002:80-81"\n         ^^^^^^^^^^^^^^^ The ranges differ in length: 3 ports on the host for 2 in the container.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    stop_grace_period: "30"\n                        ^^ `30` has no unit. Write a duration such as `30s`.\n    mem_limit: 1 gig\n               ^^^^^ `1 gig` is no size. Write a number with a unit, such as `512m`, `1.5g` or `64kb`.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    stop_grace_period: "30s"\n    mem_limit: 1 gig\n',
    },
    {
      file: 'services:\n  web:\n    image: Nginx\n           ^^^^^ `Nginx` is no image: the repository must be in lower case. Write `nginx`.\n    restart: sometimes\n             ^^^^^^^^^ `sometimes` is no restart policy; there are `no`, `always`, `on-failure[:times]` and `unless-stopped`.\n    volumes:\n      - ./a::ro\n        ^^^^^^^ `./a::ro` has an empty part. Write `source:target` or `source:target:ro`.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    restart: sometimes\n    volumes:\n      - ./a::ro\n',
    },
    {
      file: 'name: My-App\n      ^^^^^^ `My-App` can be no project’s name. It takes lower-case letters, digits, `-` and `_`, and starts with a letter or digit.\nservices:\n  web:\n    image: nginx\n    scale: two\n           ^^^ `two` is no whole number.\n    cpu_percent: 101\n                 ^^^ `cpu_percent` can’t be 101: the highest is 100.\n',
      fixed: 'name: my-app\nservices:\n  web:\n    image: nginx\n    scale: two\n    cpu_percent: 101\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: ${REGISTRY}/Web:${TAG:-latest}\n    ports:\n      - 80\n      - 22:22\n      - "127.0.0.1::80"\n      - "[::1]:8080:80/udp"\n      - "3000-3005"\n      - "9090-9091:8080-8081"\n      - "${PORT}:80"\n      - 8000-9000:80\n    stop_grace_period: 1m30s\n    mem_limit: 1.5g\n    memswap_limit: -1\n    restart: on-failure:3\n    volumes:\n      - C:\\data:/data:ro\n      - /var/run/docker.sock:/var/run/docker.sock\n      - ~/.cache:/cache:rw,z\n      - ${DATA:-./data}:/data\n',
    'services:\n  web:\n    image: localhost:5000/team/web@sha256:0123456789012345678901234567890123456789012345678901234567890123\n    extra_hosts:\n      - "host.docker.internal:host-gateway"\n      - "six=[::1]"\n',
  ],
  *check({ analysis }) {
    for (const { scalar, span, problem } of analysis.wrongFormats) {
      const { message, replacement } = problem;
      const { value } = scalar;
      const quotes = scalar.style === 'plain' ? 0 : 1;
      const inner = { start: scalar.span.start + quotes, end: scalar.span.end - quotes };
      if (replacement === undefined || inner.end - inner.start !== value.length) yield { span, message };
      else {
        const edits = [{ span: inner, newText: replacement }];
        yield { span, message, fixes: [{ title: `Replace by \`${replacement}\``, edits, safe: true }] };
      }
    }
    for (const { scalar, min, max, path } of analysis.outOfRange) {
      const limit =
        max !== undefined && Number(scalar.value) > max ? `the highest is ${max}` : `the lowest is ${min}`;
      yield { span: scalar.span, message: `${describePlace(path)} can’t be ${scalar.value}: ${limit}.` };
    }
  },
};
