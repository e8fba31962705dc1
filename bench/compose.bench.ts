import { performance } from 'node:perf_hooks';
import { compose } from '../language-server/compose/language.ts';
import type { ComposeTree } from '../language-server/compose/tree.ts';
import type { Document } from '../language-server/language.ts';
import { findings } from '../language-server/lint/run.ts';
import { linesOf } from '../language-server/text/lines.ts';

/** A frame at 60 Hz. */
const budget = 16;
const rounds = 40;

const rows = [10, 100, 1000].flatMap(measure);
console.log(`Milliseconds without the wire, ${rounds} rounds each; a frame is ${budget} ms.`);
console.table(rows);

function measure(services: number): Record<string, string | number>[] {
  const text = fileOf(services);
  const size = `${services} services, ${Math.round(text.length / 1024)} KB`;
  const middle = text.indexOf(`image: app/s${services >> 1}`);
  const first: ComposeTree = compose.parse(text);
  const typed = (round: number): string =>
    `${text.slice(0, middle)}image: app/n${round}${text.slice(middle + 12)}`;
  const documentOf = (source: string, tree: ComposeTree): Document<ComposeTree> => ({
    uri: 'file:///compose.yaml',
    text: source,
    lines: linesOf(source),
    tree,
  });
  const open = documentOf(text, first);
  const silence = { images: async () => [], list: async () => [] };
  const { signal } = new AbortController();
  return [
    row(size, 'first parse', () => compose.parse(text)),
    row(size, 'parse after a keystroke', (round) => compose.parse(typed(round), undefined, first)),
    row(size, 'findings after a keystroke', (round) => {
      findings(compose, compose.parse(typed(round), undefined, first), console.error);
    }),
    row(size, 'completion', () => compose.completion?.(open, middle + 8, silence, signal)),
    row(size, 'hover', () => compose.hover?.(open, middle + 2)),
    row(size, 'symbol', () => compose.symbolAt?.(open, text.indexOf('depends_on: [') + 14)),
    row(size, 'outline', () => compose.symbols?.(open)),
  ];
}

function row(file: string, what: string, run: (round: number) => unknown): Record<string, string | number> {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    run(round);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2));
  return { file, what, median: at(0.5), p95: at(0.95), max: at(1) };
}

/** Services as people write them, each of which depends on the one before. */
function fileOf(services: number): string {
  const all = Array.from(
    { length: services },
    (_, i) => `  s${i}:
    image: app/s${i}:\${TAG:-latest}
    build:
      context: ./s${i}
      args:
        VERSION: "1.${i}"
    ports:
      - "${10_000 + i}:80"
      - target: 443
        published: "${20_000 + i}"
    environment:
      NAME: s${i}
      LEVEL: info
    depends_on: [${i === 0 ? '' : `s${i - 1}`}]
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost"]
      interval: 10s
    deploy:
      resources:
        limits:
          memory: 512M
    volumes:
      - data:/data
    networks: [back]
    restart: unless-stopped
`,
  );
  return `services:\n${all.join('')}networks:\n  back:\nvolumes:\n  data:\n`;
}
