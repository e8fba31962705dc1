import { StringDecoder } from 'node:string_decoder';

/**
 * The JSON values of a stream that carries one a line, however it is cut into chunks. A line that is not JSON is passed
 * to `onBroken` and left out. The stream's own error is thrown.
 */
export async function* jsonLines(
  stream: AsyncIterable<unknown>,
  onBroken: (line: string) => void = () => undefined,
): AsyncGenerator<unknown, void, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* parseLine(line, onBroken);
  }
  yield* parseLine(rest + decoder.end(), onBroken);
}

function* parseLine(line: string, onBroken: (line: string) => void): Generator<unknown, void, undefined> {
  const text = line.trim();
  if (text === '') return;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    onBroken(text);
    return;
  }
  yield value;
}
