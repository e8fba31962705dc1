const units = 'bkmgt';

/** Bytes as `--memory` takes them: a number with `b`, `k`, `m`, `g` or `t`, in powers of 1024; undefined where it is none. */
export function readByteCount(text: string): number | undefined {
  const [, number, unit = 'b'] = /^(\d+(?:\.\d+)?) ?([bkmgt])?(?:i?b)?$/i.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const power = units.indexOf(unit.toLowerCase());
  return Math.round(Number(number) * 1024 ** power);
}

/** Bytes in the largest unit that says them exactly: `512m`. */
export function byteCount(bytes: number): string {
  const power = [4, 3, 2, 1].find((one) => bytes > 0 && bytes % 1024 ** one === 0) ?? 0;
  return power === 0 ? String(bytes) : `${bytes / 1024 ** power}${units.charAt(power)}`;
}
