import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { engineCall } from './engineRequest.ts';
import { type TarEntry, tar } from './tar.ts';

/**
 * Gives an engine the image `busybox:latest`, made of this machine's static busybox: a shell and its tools without a
 * registry, and a base that `FROM busybox` and Compose files find. Resolves to the reference.
 */
export async function importBusybox(socketPath: string): Promise<string> {
  const binary = readFileSync('/bin/busybox');
  const applets = execFileSync('/bin/busybox', ['--list'], { encoding: 'utf8' }).trim().split('\n');
  const folders = ['bin', 'dev', 'etc', 'proc', 'root', 'sys', 'tmp', 'usr', 'var'];
  const entries: readonly TarEntry[] = [
    ...folders.map((path) => ({ path, kind: 'folder', mode: path === 'tmp' ? 0o1777 : 0o755 }) as const),
    { path: 'bin/busybox', kind: 'file', mode: 0o755, content: binary },
    ...applets
      .filter((name) => name !== 'busybox')
      .map((name) => ({ path: `bin/${name}`, kind: 'link', target: 'busybox' }) as const),
    {
      path: 'etc/passwd',
      kind: 'file',
      content: Buffer.from('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n'),
    },
    { path: 'etc/group', kind: 'file', content: Buffer.from('root:x:0:\nnogroup:x:65534:\n') },
  ];
  await importImage(socketPath, 'busybox', entries, ['CMD ["/bin/sh"]']);
  return 'busybox:latest';
}

/** Makes an image of files: `docker import`. `changes` are instructions as `docker import --change` takes them. */
export async function importImage(
  socketPath: string,
  repository: string,
  entries: readonly TarEntry[],
  changes: readonly string[] = [],
): Promise<void> {
  const query = new URLSearchParams({ fromSrc: '-', repo: repository, tag: 'latest' });
  for (const change of changes) query.append('changes', change);
  await engineCall(socketPath, 'POST', `/images/create?${query}`, tar(entries));
}
