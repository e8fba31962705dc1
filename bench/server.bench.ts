import { performance } from 'node:perf_hooks';
import { CompletionRequest, DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver/node';
import { connect, type OpenFile, type TestClient } from '../test/server/client.ts';
import { bigCompose, bigDockerfile, typicalCompose, typicalDockerfile } from './documents.ts';

/** A frame at 60 Hz: what answers within it is there before the eye sees the letter. */
const budget = 16;
const keystrokes = 60;

/** A document, with the place where the person types. */
interface Sample {
  readonly name: string;
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

const samples: readonly Sample[] = [
  {
    name: 'Dockerfile, typical',
    uri: 'file:///b/Dockerfile',
    languageId: 'dockerfile',
    text: typicalDockerfile,
  },
  {
    name: 'Dockerfile, 5,000 lines',
    uri: 'file:///b/big/Dockerfile',
    languageId: 'dockerfile',
    text: bigDockerfile,
  },
  {
    name: 'Compose, typical',
    uri: 'file:///b/compose.yaml',
    languageId: 'dockercompose',
    text: typicalCompose,
  },
  {
    name: 'Compose, 100 services',
    uri: 'file:///b/big/compose.yaml',
    languageId: 'dockercompose',
    text: bigCompose,
  },
];

await using client = await connect();
const rows: Record<string, string | number>[] = [];
for (const sample of samples) rows.push(...(await measure(client, sample)));
console.log(`Milliseconds over two pipes, ${keystrokes} keystrokes each; a frame is ${budget} ms.`);
console.table(rows);

async function measure(client: TestClient, sample: Sample): Promise<Record<string, string | number>[]> {
  const file = await client.open(sample.text, sample);
  await file.diagnostics();
  const lines = sample.text.split('\n');
  const line = lines.length >> 1;
  const end = { line, character: lines[line]?.length ?? 0 };
  const { connection } = client;
  const textDocument = { uri: sample.uri };
  const questions: Record<string, (file: OpenFile) => Promise<unknown>> = {
    diagnostics: ({ diagnostics }) => diagnostics(),
    completion: ({ at }) => connection.sendRequest(CompletionRequest.type, at(end)),
    hover: ({ at }) => connection.sendRequest(HoverRequest.type, at(end)),
    symbols: () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
  };
  const rows: Record<string, string | number>[] = [];
  for (const [question, ask] of Object.entries(questions)) {
    const times: number[] = [];
    for (let i = 0; i < keystrokes; i++) {
      // A letter comes and goes, so that each question is about a text of its own.
      const range = { start: end, end: { ...end, character: end.character + (i % 2) } };
      const started = performance.now();
      await file.change({ range, text: i % 2 === 0 ? 'a' : '' });
      await ask(file);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (part: number): number =>
      Number((times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1));
    const within = at(0.5) <= budget ? 'yes' : 'NO';
    rows.push({
      document: sample.name,
      'a letter, then': question,
      median: at(0.5),
      p95: at(0.95),
      'in a frame': within,
    });
  }
  return rows;
}
