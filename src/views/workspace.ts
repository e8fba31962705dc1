import type { Container } from '../engine/kinds/container.ts';

/** Tells what belongs to a workspace; the folders are read once. */
export interface Workspace {
  /** Whether it is of a Compose project in one of the folders, or a folder or file from there is mounted into it. */
  owns(container: Pick<Container, 'workingDir' | 'composeFiles' | 'mounts'>): boolean;
  /** Whether an absolute path is in one of the folders, or is one. */
  contains(path: string): boolean;
}

/** The workspace of these folders, absolute paths. */
export function workspaceOf(folders: readonly string[]): Workspace {
  const roots = folders.map((folder) => canonical(folder).replace(/\/+$/, ''));
  const contains = (path: string) => {
    const wanted = canonical(path);
    return roots.some((root) => wanted === root || wanted.startsWith(`${root}/`));
  };
  return {
    contains,
    owns: ({ workingDir, composeFiles, mounts }) =>
      (workingDir !== undefined && contains(workingDir)) ||
      composeFiles.some(contains) ||
      mounts.some(({ type, source }) => type === 'bind' && contains(source)),
  };
}

/**
 * A path as one can be compared with another. Docker Desktop lists what is mounted from Windows as
 * `/run/desktop/mnt/host/c/…` or `/host_mnt/c/…`; drives are told apart by their letter, and there case does not count.
 */
function canonical(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^(?:\/run\/desktop\/mnt\/host|\/host_mnt)?\/?([a-z])(?::\/|\/)/i.exec(slashed);
  const windows =
    drive !== null &&
    (/^[a-z]:/i.test(slashed) || slashed.startsWith('/host_mnt/') || slashed.startsWith('/run/desktop/'));
  if (!windows) return slashed.replace(/^\/host_mnt(?=\/)/, '');
  return `${drive[1]}:/${slashed.slice(drive[0].length)}`.toLowerCase();
}
