/**
 * Data as Markdown shows it literally: every ASCII punctuation character escaped, which CommonMark allows for each
 * (section 2.4), and on one line, so that it can start no block, link, tag or table cell.
 */
export function escapeMarkdown(data: string): string {
  return data.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A tooltip: a heading and lines of `name: value`; what is undefined or empty is left out. Escapes all of it. */
export function tooltip(
  heading: string,
  lines: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const shown = lines.flatMap(([name, value]) =>
    value ? [`${escapeMarkdown(name)}: ${escapeMarkdown(value)}`] : [],
  );
  return [`**${escapeMarkdown(heading)}**`, shown.join('  \n')].filter((part) => part !== '').join('\n\n');
}
