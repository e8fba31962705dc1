/** An instruction of a Dockerfile, as far as it takes to find the one that a build names. */
export interface Instruction {
  /** In upper case. */
  readonly keyword: string;
  /** What follows the keyword, with its lines joined and its blanks made one. */
  readonly text: string;
  /** Zero-based. */
  readonly line: number;
}

/** The instructions in their order: comments, continued lines and heredocs are seen through, what is wrong is passed over. */
export function instructionsOf(dockerfile: string): readonly Instruction[] {
  const lines = dockerfile.split(/\r?\n/);
  const escapeCharacter = escapeOf(lines);
  const continued = new RegExp(`${escapeCharacter === '`' ? '`' : '\\\\'}[ \\t]*$`);
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const first = at;
    if (isSkipped(lines[at])) continue;
    let text = lines[at] ?? '';
    while (continued.test(text) && at + 1 < lines.length) {
      at += 1;
      if (!isSkipped(lines[at])) text = text.replace(continued, ' ') + (lines[at] ?? '');
    }
    const [, keyword = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(text) ?? [];
    instructions.push({
      keyword: keyword.toUpperCase(),
      text: rest.replace(/\s+/g, ' ').trim(),
      line: first,
    });
    if (/^(?:RUN|COPY|ADD)$/i.test(keyword)) at = afterHeredocs(lines, at, rest);
  }
  return instructions;
}

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^\s*#\s*([a-zA-Z]+)\s*=\s*(\S+)\s*$/.exec(line);
    if (directive === null) break;
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] ?? '\\';
  }
  return '\\';
}

function isSkipped(line: string | undefined): boolean {
  return line === undefined || /^\s*(?:#|$)/.test(line);
}

/** The last line of the heredocs that an instruction opens. */
function afterHeredocs(lines: readonly string[], at: number, text: string): number {
  let last = at;
  for (const [, dash, , word] of text.matchAll(/(?:^|\s)\d*<<(-?)(["']?)([a-zA-Z0-9_.]+)\2/g)) {
    const end = lines.findIndex(
      (line, index) => index > last && (dash ? line.replace(/^\t+/, '') : line) === word,
    );
    if (end >= 0) last = end;
  }
  return last;
}
