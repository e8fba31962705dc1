/** What every ssh of ours is told, beside what the user's own configuration says of the host. */
const options = {
  BatchMode: 'yes',
  ConnectTimeout: '15',
  // A forward of the user's own config may be taken by a session of theirs.
  ExitOnForwardFailure: 'no',
  // Tells how far it is; what begins with `debug1:` is not for a person.
  LogLevel: 'DEBUG1',
  ServerAliveInterval: '15',
  ServerAliveCountMax: '3',
  StreamLocalBindMask: '0177',
  // One of the user's own multiplexing would outlive this child.
  ControlMaster: 'no',
  ControlPath: 'none',
};

/**
 * Once it is let in, ssh starts this shell: it waits for the end of what ssh has as its input, which comes when we end,
 * however that is, and ends ssh then. `exec`, so that ssh is its parent whatever the user's shell is.
 */
const endWithUs = `exec sh -c '{ (read x <&3; kill $PPID) & } 3<&0 >/dev/null 2>&1'`;

/** Arguments for an ssh that forwards a socket of this machine to one of the other, and does nothing else. */
export function forwardArguments(destination: string, path: string, remote: string): readonly string[] {
  return [
    '-NT',
    ...optionArguments({ ...options, PermitLocalCommand: 'yes', LocalCommand: endWithUs }),
    '-L',
    `${path}:${remote}`,
    '--',
    `ssh://${destination}`,
  ];
}

/** Arguments for an ssh that runs a command on the other machine; it ends when its input does. */
export function commandArguments(destination: string, command: readonly string[]): readonly string[] {
  return ['-T', ...optionArguments(options), '--', `ssh://${destination}`, ...command];
}

function optionArguments(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}
