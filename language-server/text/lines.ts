/** A zero-based line and a zero-based UTF-16 column, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where each line of a text starts; converts between offsets and positions in O(log lines). */
export interface Lines {
  /** Number of lines; an empty text has one. */
  readonly count: number;
  positionAt(offset: number): Position;
  /** Clamped to the text: a column behind the line's end is the line's end, a line behind the last is the text's end. */
  offsetAt(position: Position): number;
  /** Offset of the line's first character. */
  startOf(line: number): number;
  /** Offset behind the line's last character, its line break not counted. */
  endOf(line: number): number;
}

/** Indexes `text` once. Line ends are `\n`, `\r\n` and `\r`, as in LSP. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  const startOf = (line: number): number => starts[line] ?? text.length;
  const endOf = (line: number): number => {
    let end = line + 1 < starts.length ? startOf(line + 1) : text.length;
    while (end > startOf(line) && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return end;
  };
  return {
    count: starts.length,
    startOf,
    endOf,
    positionAt(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (startOf(middle) <= clamped) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: clamped - startOf(low) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(startOf(line) + Math.max(character, 0), endOf(line));
    },
  };
}
