/** Namespaces of `unshare`, beside those for mounts, processes and System V objects that all have. */
export type Namespace = 'net' | 'uts';

/**
 * The command line that runs `command` in namespaces of its own, below a tini. It ends with whoever started it, also when
 * that is killed, and all that it has started ends with it. Needs Linux and root.
 */
export function inNamespaces(
  command: readonly string[],
  more: readonly Namespace[] = [],
): readonly [file: string, args: readonly string[]] {
  const kinds = ['pid', 'ipc', ...more].map((kind) => `--${kind}`);
  // setpriv: it ends with its parent; kill-child: and with unshare.
  const unshare = ['unshare', '--mount', '--propagation', 'private', ...kinds, '--fork', '--kill-child=KILL'];
  return ['setpriv', ['--pdeathsig', 'KILL', ...unshare, '--mount-proc', 'tini', '-g', '--', ...command]];
}
