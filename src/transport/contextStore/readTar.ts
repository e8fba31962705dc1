/** Bytes of a header, and what contents are filled up to. */
const block = 512;

/**
 * The files of a small tar archive (POSIX.1-1988, ustar) by their paths; all else in it is left out. Undefined where it is
 * none. `docker context export` ends without the two empty blocks that an archive should end with.
 */
export function readTar(archive: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (at + block <= archive.length) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) break;
    const size = octal(header, 124, 12);
    if (size === undefined || octal(header, 148, 8) !== checksum(header)) return undefined;
    const content = archive.subarray(at + block, at + block + size);
    if (content.length < size) return undefined;
    const type = header[156];
    const prefix = text(header, 345, 155);
    const path = `${prefix === '' ? '' : `${prefix}/`}${text(header, 0, 100)}`;
    if (type === 0 || type === '0'.charCodeAt(0)) files.set(path, content);
    at += block + Math.ceil(size / block) * block;
  }
  return at === 0 && archive.length > 0 && archive.some((byte) => byte !== 0) ? undefined : files;
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

function octal(header: Buffer, start: number, length: number): number | undefined {
  const digits = text(header, start, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

/** The sum of the header's bytes with its own field counted as spaces. */
function checksum(header: Buffer): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}
