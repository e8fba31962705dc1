/** Names of the tests in a file of them, or in a part of one, for when they can't be asked because they do not run. */
export function testNamesIn(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:it|test)\((['"`])(.*?)\1/g)].map((match) => match[2] ?? '');
}

/** The part of a file that the group beginning at `line` (one-based) takes, as the formatter leaves it. */
export function groupAt(source: string, line: number): string {
  const lines = source.split('\n').slice(line - 1);
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  const end = lines.findIndex((each, index) => index > 0 && each.startsWith(`${indent}})`));
  return lines.slice(0, end < 0 ? lines.length : end).join('\n');
}
