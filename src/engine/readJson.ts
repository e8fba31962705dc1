import type { Readable } from 'node:stream';
import { createPauses } from './pauses.ts';

/** Bytes of JSON's grammar. */
const syntax = {
  open: 0x5b,
  openBrace: 0x7b,
  close: 0x5d,
  closeBrace: 0x7d,
  comma: 0x2c,
  quote: 0x22,
  escape: 0x5c,
};

/**
 * Reads a JSON value to its end. A list, which may have thousands of entries, is parsed piece by piece as it comes in, with
 * pauses, so that reading it never keeps others waiting. Throws a `SyntaxError` where it is not JSON; undefined where there
 * is nothing.
 */
export async function readJson(stream: Readable): Promise<unknown> {
  const pause = createPauses();
  const entries: unknown[] = [];
  const pieces = createPieces();
  let isList: boolean | undefined;
  const whole: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    isList ??= chunk[0] === syntax.open;
    if (!isList) {
      whole.push(chunk);
      continue;
    }
    const text = pieces.add(chunk);
    if (text !== undefined) for (const entry of JSON.parse(`[${text}]`) as unknown[]) entries.push(entry);
    await pause();
  }
  if (isList === true) {
    for (const entry of JSON.parse(`[${pieces.end()}`) as unknown[]) entries.push(entry);
    return entries;
  }
  const text = Buffer.concat(whole).toString();
  return text === '' ? undefined : JSON.parse(text);
}

interface Pieces {
  /** The entries of the list that have come to their end with this chunk, separated by commas; undefined while there is none. */
  add(chunk: Buffer): string | undefined;
  /** What is left: the last entries and the list's own end. */
  end(): string;
}

/** Cuts the bytes of a list where one of its own commas stands. */
function createPieces(): Pieces {
  /** How many brackets are open, the list's own not counted. */
  let depth = -1;
  let begun = false;
  let inString = false;
  let escaped = false;
  let rest: Buffer[] = [];

  /** The place of the last comma between entries; -1 where there is none. */
  function lastComma(chunk: Buffer): number {
    let comma = -1;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === syntax.escape) escaped = true;
        else if (byte === syntax.quote) inString = false;
      } else if (byte === syntax.quote) inString = true;
      else if (byte === syntax.openBrace || byte === syntax.open) depth += 1;
      else if (byte === syntax.closeBrace || byte === syntax.close) depth -= 1;
      else if (byte === syntax.comma && depth === 0) comma = i;
    }
    return comma;
  }

  return {
    add(chunk) {
      const own = begun ? 0 : 1;
      begun = true;
      const comma = lastComma(chunk);
      if (comma < 0) {
        rest.push(chunk.subarray(own));
        return undefined;
      }
      const text = Buffer.concat([...rest, chunk.subarray(own, comma)]).toString();
      rest = [chunk.subarray(comma + 1)];
      return text;
    },
    end: () => Buffer.concat(rest).toString(),
  };
}
