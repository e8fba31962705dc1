import type { Report } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';
import { mapsIn } from '../yaml/inside.ts';
import type { YamlMap, YamlScalar } from '../yaml/node.ts';

/** A key that a map has twice. */
export const duplicateKey: Rule<ComposeTree> = {
  id: 'DuplicateKey',
  severity: 'error',
  docs: 'A map can have a key only once. Compose refuses the file; other readers of YAML drop one of the two without a word.',
  url: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    ^^^^^ `image` is written twice here; only one can be meant. The other is in line 4.\n    image: httpd\n    ^^^^^ `image` is written twice here; only one can be meant. The other is in line 3.\n',
    },
    {
      file: 'services:\n  web:\n  ^^^ `web` is written twice here; only one can be meant. The other is in line 4.\n    image: nginx\n  "web":\n  ^^^^^ `web` is written twice here; only one can be meant. The other is in line 2.\n    image: httpd\n',
    },
  ],
  good: ['services:\n  web:\n    image: nginx\n  db:\n    image: nginx\n', 'a: 1\n---\na: 2\n'],
  *check({ yaml, text }) {
    for (const map of mapsIn(yaml.roots)) {
      const names = new Set<string>();
      for (const { key } of map.pairs) names.add(key.value);
      if (names.size < map.pairs.length) yield* duplicatesIn(map, text);
    }
  },
};

function* duplicatesIn(map: YamlMap, text: string): Iterable<Report> {
  const keys = new Map<string, YamlScalar[]>();
  for (const { key } of map.pairs) {
    const same = keys.get(key.value);
    if (same === undefined) keys.set(key.value, [key]);
    else same.push(key);
  }
  for (const [name, same] of keys) {
    const [first, second] = same;
    if (first === undefined || second === undefined) continue;
    yield report(name, first, second, text);
    for (const again of same.slice(1)) yield report(name, again, first, text);
  }
}

function report(name: string, at: YamlScalar, other: YamlScalar, text: string): Report {
  const line = text.slice(0, other.span.start).split('\n').length;
  return {
    span: at.span,
    message: `\`${name}\` is written twice here; only one can be meant. The other is in line ${line}.`,
    related: [{ span: other.span, message: `\`${name}\` is here too.` }],
  };
}
