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

/** The edges without those that lead out of no circle or into none, peeled off from both ends. */
function circular(edges: readonly Edge[]): readonly Edge[] {
  const lost = new Set<string>();
  peel(edges, lost, { from: ({ from }) => from, to: ({ to }) => to });
  peel(edges, lost, { from: ({ to }) => to, to: ({ from }) => from });
  return edges.filter(({ from, to }) => !lost.has(from) && !lost.has(to));
}

/** Adds to `lost` all that nothing leads to, again and again; each edge is looked at once. */
function peel(
  edges: readonly Edge[],
  lost: Set<string>,
  { from, to }: { readonly from: (edge: Edge) => string; readonly to: (edge: Edge) => string },
): void {
  const incoming = new Map<string, number>();
  const leaving = new Map<string, string[]>();
  for (const edge of edges) {
    if (lost.has(from(edge)) || lost.has(to(edge))) continue;
    incoming.set(to(edge), (incoming.get(to(edge)) ?? 0) + 1);
    const targets = leaving.get(from(edge));
    if (targets === undefined) leaving.set(from(edge), [to(edge)]);
    else targets.push(to(edge));
  }
  const free = [...leaving.keys()].filter((name) => !incoming.has(name));
  for (const name of free) {
    lost.add(name);
    for (const target of leaving.get(name) ?? []) {
      const left = (incoming.get(target) ?? 0) - 1;
      incoming.set(target, left);
      if (left === 0) free.push(target);
    }
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
