import { StringDecoder } from 'node:string_decoder';

/** Turns bytes into text for a terminal; characters that are cut between chunks come out whole. */
export interface TerminalText {
  write(chunk: Buffer): string;
  end(): string;
}

/** For output that was made for a terminal. */
export function rawText(): TerminalText {
  const decoder = new StringDecoder('utf8');
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() };
}

/** For output that was not: a terminal wants `\r\n` where a file has `\n`. */
export function lineText(): TerminalText {
  const decoder = new StringDecoder('utf8');
  let afterReturn = false;
  function convert(text: string): string {
    if (text === '') return '';
    const joined = afterReturn ? `\r${text}` : text;
    const converted = joined.replace(/\r?\n/g, '\r\n');
    const result = afterReturn ? converted.slice(1) : converted;
    afterReturn = text.endsWith('\r');
    return result;
  }
  return { write: (chunk) => convert(decoder.write(chunk)), end: () => convert(decoder.end()) };
}
