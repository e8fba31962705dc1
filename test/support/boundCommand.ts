import { existsSync } from 'node:fs';

/**
 * The command, such that it ends when the process that starts it does, also when that is killed: by util-linux where it
 * is; elsewhere the command as it is.
 */
export function boundCommand(file: string, args: readonly string[]): readonly [string, readonly string[]] {
  const setpriv = '/usr/bin/setpriv';
  if (!existsSync(setpriv)) return [file, args];
  return [setpriv, ['--pdeathsig', 'TERM', file, ...args]];
}
