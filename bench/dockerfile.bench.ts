import { completion } from '../language-server/dockerfile/features/completion.ts';
import { hover } from '../language-server/dockerfile/features/hover.ts';
import { symbolAt } from '../language-server/dockerfile/features/symbolAt.ts';
import { symbols } from '../language-server/dockerfile/features/symbols.ts';
import { dockerfile } from '../language-server/dockerfile/language.ts';
import { parseDockerfile } from '../language-server/dockerfile/tree.ts';
import type { Document, Surroundings } from '../language-server/language.ts';
import { findings } from '../language-server/lint/run.ts';
import { linesOf } from '../language-server/text/lines.ts';
import { bigDockerfile, typicalDockerfile } from './documents.ts';

const nothing: Surroundings = { images: async () => [], list: async () => [] };
const { signal } = new AbortController();

function open(text: string): Document<ReturnType<typeof parseDockerfile>> {
  return { uri: 'file:///Dockerfile', text, lines: linesOf(text), tree: parseDockerfile(text) };
}

/** Everything that a keystroke costs: the tree anew, all findings, and a completion at its end. */
async function keystroke(text: string): Promise<void> {
  const document = open(text);
  findings(dockerfile, document.tree, (error) => {
    throw error;
  });
  await completion(document, text.length, nothing, signal);
}

/** Runs until it has taken a second; prints the median and the 95th percentile in milliseconds. */
async function measure(name: string, run: () => unknown): Promise<void> {
  const times: number[] = [];
  const end = performance.now() + 1500;
  for (let i = 0; performance.now() < end || i < 20; i++) {
    const start = performance.now();
    await run();
    if (i >= 5) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
  console.log(`${name.padEnd(44)}${at(0.5)} ms${at(0.95)} ms`);
}

/** Shapes that a careless algorithm would take the square of their length for. */
const shapes: Readonly<Record<string, string>> = {
  '5,000 ENV, each used by the next': `FROM a\n${Array.from({ length: 5000 }, (_, i) => `ENV v${i}=$v${i - 1}`).join('\n')}\n`,
  '2,500 stages built on one another': Array.from(
    { length: 2500 },
    (_, i) => `FROM ${i === 0 ? 'a' : `s${i - 1}`} AS s${i}\nENV v${i}=$v${i - 1}`,
  ).join('\n'),
  'one RUN of 8,000 lines': `FROM a\nENV X=1\nRUN true \\\n${'  && echo "$X" \\\n'.repeat(8000)}  && true\n`,
  'a here-document of 50,000 characters': `FROM a\nENV X=1\nRUN <<EOF\n${'echo $X\n'.repeat(6250)}EOF\n`,
  '8,000 uses of one variable': `FROM a\nENV X=1\n${'WORKDIR /x/$X\n'.repeat(8000)}`,
};

console.log(`${''.padEnd(44)}${'p50'.padStart(8)}   ${'p95'.padStart(8)}`);
for (const [name, text] of [
  ['typical', typicalDockerfile],
  ['5,000 lines', bigDockerfile],
] as const) {
  const document = open(text);
  const middle = text.indexOf('$', text.length / 2) + 1;
  await measure(`${name}: parse`, () => parseDockerfile(text));
  await measure(`${name}: keystroke (all findings, completion)`, () => keystroke(text));
  await measure(`${name}: completion`, () => completion(document, middle, nothing, signal));
  await measure(`${name}: hover`, () => hover(document, middle));
  await measure(`${name}: definition, references, rename`, () => symbolAt(document, middle));
  await measure(`${name}: symbols`, () => symbols(document));
}
for (const [name, text] of Object.entries(shapes)) await measure(name, () => keystroke(text));
