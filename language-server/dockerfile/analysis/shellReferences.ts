/** A variable in a shell script: offsets of the whole, from the `$`, and of its name. */
export interface ShellReference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
}

/**
 * The variables that a POSIX shell would expand in `text`: `$name` and `${name…}` that are neither in single quotes nor
 * escaped. A single quote without another on its line is taken for an apostrophe.
 */
export function shellReferences(text: string): readonly ShellReference[] {
  const references: ShellReference[] = [];
  if (!text.includes('$')) return references;
  let inDouble = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') inDouble = !inDouble;
    else if (char === "'" && !inDouble) at = closingQuote(text, at);
    else if (char === '$') {
      const reference = referenceAt(text, at);
      if (reference === undefined) continue;
      references.push(reference);
      at = reference.nameEnd - 1;
    }
  }
  return references;
}

function closingQuote(text: string, open: number): number {
  const close = text.indexOf("'", open + 1);
  if (close < 0) return open;
  const newline = text.indexOf('\n', open);
  return newline < 0 || close < newline ? close : open;
}

function referenceAt(text: string, start: number): ShellReference | undefined {
  const braces = text.charAt(start + 1) === '{';
  const nameStart = start + (braces ? 2 : 1);
  if (!/[A-Za-z_]/.test(text.charAt(nameStart))) return undefined;
  let nameEnd = nameStart;
  while (/\w/.test(text.charAt(nameEnd))) nameEnd++;
  const end = braces && text.charAt(nameEnd) === '}' ? nameEnd + 1 : nameEnd;
  return { name: text.slice(nameStart, nameEnd), start, end, nameStart, nameEnd };
}
