import type { Report } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Span } from '../../text/span.ts';
import type { ComposeTree } from '../tree.ts';

/** Services that wait for each other, or start from each other. */
export const dependencyCycle: Rule<ComposeTree> = {
  id: 'DependencyCycle',
  severity: 'error',
  docs: 'A service starts after those that it depends on, by `depends_on`, `links`, `volumes_from` or by sharing a namespace. In a circle none can be the first. The same holds for `extends`.',
  url: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    depends_on: [web]\n                 ^^^ `web` can’t depend on itself.\n',
    },
    {
      file: 'services:\n  a:\n    image: nginx\n    depends_on: [b]\n                 ^ These services wait for each other: a → b → c → a.\n  b:\n    image: nginx\n    depends_on:\n      c:\n      ^ These services wait for each other: b → c → a → b.\n        condition: service_started\n  c:\n    image: nginx\n    network_mode: service:a\n                          ^ These services wait for each other: c → a → b → c.\n  d:\n    image: nginx\n    depends_on: [a]\n',
    },
  ],
  good: [
    'services:\n  a:\n    image: nginx\n    depends_on: [b, c]\n  b:\n    image: nginx\n    depends_on: [c]\n  c:\n    image: nginx\n',
  ],
  *check({ analysis }) {
    const waits: Edge[] = [];
    const extensions: Edge[] = [];
    for (const { to, name, span, path } of analysis.uses) {
      const [, from, key] = path;
      if (to !== 'service' || from === undefined || key === 'build') continue;
      (key === 'extends' ? extensions : waits).push({ from, to: name, span });
    }
    yield* cycles(waits);
    yield* cycles(extensions);
  },
};

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

function* cycles(edges: readonly Edge[]): Iterable<Report> {
  const next = new Map<string, string[]>();
  const left = circular(edges);
  for (const { from, to } of left) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  for (const { from, to, span } of left) {
    if (from === to) {
      yield { span, message: `\`${from}\` can’t depend on itself.` };
      continue;
    }
    const way = wayBack(to, from, next);
    if (way !== undefined) {
      yield { span, message: `These services wait for each other: ${[from, ...way].join(' → ')}.` };
    }
  }
}

/** The edges without those that lead out of or into no circle, peeled off from both ends. */
function circular(edges: readonly Edge[]): readonly Edge[] {
  let left = edges;
  for (;;) {
    const sources = new Set(left.map(({ from }) => from));
    const targets = new Set(left.map(({ to }) => to));
    const fewer = left.filter(({ from, to }) => sources.has(to) && targets.has(from));
    if (fewer.length === left.length) return left;
    left = fewer;
  }
}

/** The shortest way from `start` to `end`, both included. */
function wayBack(
  start: string,
  end: string,
  next: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[start, undefined]]);
  const queue = [start];
  for (const at of queue) {
    if (at === end) {
      const way: string[] = [];
      for (let step: string | undefined = at; step !== undefined; step = before.get(step)) way.unshift(step);
      return way;
    }
    for (const to of next.get(at) ?? []) {
      if (before.has(to)) continue;
      before.set(to, at);
      queue.push(to);
    }
  }
  return undefined;
}
