const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes as Docker writes them: decimal units and three significant digits, such as `187 MB` or `1.98 GB`. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // What rounds to 1000 belongs to the next unit.
  while (Number(value.toPrecision(3)) >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(3))} ${units[unit]}`;
}
