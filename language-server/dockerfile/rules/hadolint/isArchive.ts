const endings = /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz|zst|tzst)$/;

/** Whether a path ends like an archive that ADD unpacks: hadolint's list, and Zstandard, which newer engines unpack. */
export function isArchive(path: string): boolean {
  return endings.test(path);
}
