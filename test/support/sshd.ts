import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { needsWorld, worldCgroup, worldFolder } from './inWorld.ts';
import { childrenOf, whenGone } from './processes.ts';
import { findSshd } from './sshdInstall.ts';

/** An SSH server on this machine, and the `.ssh` folder of a person who has a key for it. */
export interface Sshd extends AsyncDisposable {
  readonly port: number;
  /** The person's `~/.ssh`, with an empty `known_hosts`; other keys in it are of no use. */
  readonly folder: string;
  /** Its line in `known_hosts`. */
  readonly knownHost: string;
  /** Breaks the connections that it has; it takes new ones. */
  dropSessions(): Promise<void>;
}

/** Options for a `describe` or a `test` that starts one: see `needsWorld`. */
export const needsSshd: { readonly skip?: string } =
  worldCgroup !== undefined && findSshd() === undefined
    ? { skip: 'needs an SSH server, which this machine has not: install openssh-server' }
    : needsWorld;

/**
 * Starts one in the world, for root. ssh looks for its files in the home that the user database says, whatever HOME is:
 * until it is disposed, root's home is another. `~/.ssh/id` may do all; with `~/.ssh/id_fenced` no forwarding is allowed.
 */
export async function startSshd(): Promise<Sshd> {
  const program = findSshd();
  if (worldCgroup === undefined || program === undefined)
    throw new Error('An SSH server is started in a world, on a machine that has one.');
  const home = mkdtempSync(`${worldFolder}/sshd-`);
  const folder = `${home}/.ssh`;
  mkdirSync(folder, { mode: 0o700 });
  for (const name of ['host_key', 'id', 'id_fenced'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', `${folder}/${name}`]);
  const publicKey = (name: string) => readFileSync(`${folder}/${name}.pub`, 'utf8').trim();
  writeFileSync(`${folder}/authorized_keys`, `${publicKey('id')}\nrestrict ${publicKey('id_fenced')}\n`);
  writeFileSync(`${folder}/known_hosts`, '');
  const port = 2222;
  const config = [
    ...['ListenAddress 127.0.0.1', `Port ${port}`, `HostKey ${folder}/host_key`, 'PidFile none'],
    ...[`AuthorizedKeysFile ${folder}/authorized_keys`, 'PermitRootLogin prohibit-password'],
    ...['PasswordAuthentication no', 'UsePAM no', 'StrictModes no', 'LogLevel VERBOSE', ...program.config],
  ];
  writeFileSync(`${home}/sshd_config`, `${config.join('\n')}\n`);
  const restoreUsers = replaceUsers(home);
  mkdirSync('/run/sshd', { recursive: true });

  const sshd = spawn(program.file, ['-D', '-e', '-f', `${home}/sshd_config`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: program.env,
  });
  const exited = once(sshd, 'exit');
  await listening();

  async function listening(): Promise<void> {
    const lines: string[] = [];
    for await (const line of createInterface({ input: sshd.stderr })) {
      lines.push(line);
      if (!line.startsWith('Server listening on')) continue;
      sshd.stderr.resume();
      return;
    }
    restoreUsers();
    throw new Error(`sshd did not start: ${lines.join('\n')}`);
  }

  async function dropSessions(): Promise<void> {
    const sessions = childrenOf(sshd.pid ?? 0);
    for (const pid of sessions) process.kill(pid, 'SIGKILL');
    await Promise.all(sessions.map(whenGone));
  }

  return {
    port,
    folder,
    knownHost: `[127.0.0.1]:${port} ${publicKey('host_key')}\n`,
    dropSessions,
    async [Symbol.asyncDispose]() {
      sshd.kill();
      await exited;
      restoreUsers();
      rmSync(home, { recursive: true });
    },
  };
}

/** The user database with another home for root, who may log in by key, and with the user that sshd's unprivileged half is. */
function replaceUsers(home: string): () => void {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => (line.startsWith('root:') ? `root:x:0:0:root:${home}:/bin/sh` : line));
  writeFileSync(`${home}/passwd`, users.join('\n'));
  if (!users.some((line) => line.startsWith('sshd:')))
    appendFileSync(`${home}/passwd`, 'sshd:x:105:65534::/run/sshd:/usr/sbin/nologin\n');
  // No password, but not locked either.
  writeFileSync(`${home}/shadow`, 'root:*:19000:0:99999:7:::\n', { mode: 0o600 });
  const files = ['passwd', 'shadow'];
  for (const name of files) execFileSync('mount', ['--bind', `${home}/${name}`, `/etc/${name}`]);
  return () => {
    for (const name of files) execFileSync('umount', [`/etc/${name}`]);
  };
}
