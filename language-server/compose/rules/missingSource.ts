import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';
import { mergedPairs } from '../yaml/merged.ts';

/** A secret or config that says nowhere what its value is. */
export const missingSource: Rule<ComposeTree> = {
  id: 'MissingSource',
  severity: 'error',
  docs: 'A secret comes from a `file`, an `environment` variable or a `driver`, a config also from its `content`; or it is `external`. Compose refuses one without any.',
  url: 'https://docs.docker.com/reference/compose-file/secrets/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\nsecrets:\n  token:\n  ^^^^^ `token` says nowhere what its value is. A secret needs `file`, `environment` or `external`.\n    name: my-token\nconfigs:\n  web:\n  ^^^ `web` says nowhere what its value is. A config needs `file`, `content`, `environment` or `external`.\n    labels: { a: b }\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\nsecrets:\n  a: { file: ./a }\n  b: { environment: B }\n  c: { external: true }\n  d: { driver: vault }\nconfigs:\n  e: { content: e }\n',
  ],
  *check(tree) {
    if (tree.fragment) return;
    for (const kind of ['secret', 'config'] as const) {
      const needed = kind === 'secret' ? ['file', 'environment'] : ['file', 'content', 'environment'];
      for (const { name, key, pair, value } of tree.declared(kind).values()) {
        if (value?.kind !== 'map' || pair.damaged || value.pairs.some(({ guessed }) => guessed)) continue;
        const { pairs, complete } = mergedPairs(value, tree.anchors);
        if (!complete || [...needed, 'external', 'driver'].some((source) => pairs.has(source))) continue;
        const words = needed.map((word) => `\`${word}\``).join(', ');
        const message = `\`${name}\` says nowhere what its value is. A ${kind} needs ${words} or \`external\`.`;
        yield { span: key.span, message };
      }
    }
  },
};
