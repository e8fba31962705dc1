import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineCall, engineRequest } from '../test/support/engineRequest.ts';
import { importBusybox } from '../test/support/images.ts';
import { isObject } from '../test/support/json.ts';
import { labFolder } from '../test/support/lab.ts';
import { inNamespaces } from '../test/support/namespaces.ts';
import { childrenOf, startTime, whenGone } from '../test/support/processes.ts';
import { whenEngineAnswers } from '../test/support/whenEngineAnswers.ts';
import { cgroupPrefix, removeCgroup, sweepDeadCgroups } from '../test/support/worldCgroups.ts';

/** An engine for one run of `npm start`. Disposing it stops its containers and removes its traces from the machine. */
export interface PrivateEngine extends AsyncDisposable {
  /** As a DOCKER_HOST says it. */
  readonly host: string;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

/**
 * Starts dockerd beside whatever the machine runs: its own processes, mounts, socket, bridge and control group, and hands
 * off the firewall, so published ports can be opened on this machine while its containers have no way out of it. Images
 * and containers lie in `.lab/` and are there again next time. Needs Linux and root.
 */
export async function startPrivateEngine(): Promise<PrivateEngine> {
  await sweepDeadCgroups();
  // Sockets have short names.
  const run = mkdtempSync(join(tmpdir(), runPrefix));
  const { number, folder } = claimFolder(run);
  const cgroup = `${cgroupPrefix}${process.pid}-${startTime(process.pid)}-${number}`;
  const socketPath = join(run, 'docker.sock');
  const log = join(folder, 'dockerd.log');
  for (const name of ['etc', 'data']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(run, 'daemon.json'), '{}');
  const bridge = `gantry${number}`;
  const script = [
    'set -e',
    'mkdir -p /etc/docker; mount --bind "$1/etc" /etc/docker',
    // dockerd would move in with the machine's own containerd.
    'if [ -d /run/containerd ]; then mount -t tmpfs tmpfs /run/containerd; fi',
    `ip link show ${bridge} >/dev/null 2>&1 || ip link add ${bridge} type bridge`,
    `ip addr replace 10.213.${number}.1/24 dev ${bridge}; ip link set ${bridge} up`,
    [
      'exec dockerd --config-file "$2/daemon.json" --data-root "$1/data" --exec-root "$2/exec" --pidfile "$2/docker.pid"',
      `--host "unix://$2/docker.sock" --bridge ${bridge} --cgroup-parent /${cgroup} --exec-opt native.cgroupdriver=cgroupfs`,
      '--iptables=false --ip6tables=false --ip-forward=false --ip-masq=false',
    ].join(' '),
  ].join('\n');
  const output = openSync(log, 'w');
  const [file, args] = inNamespaces(['sh', '-c', script, 'sh', folder, run]);
  // A session of its own: Ctrl-C is for the one who started it.
  const engine = spawn(file, args, { stdio: ['ignore', output, output], detached: true });
  const ended = new Promise<void>((resolve) => engine.once('exit', () => resolve()));

  async function end(): Promise<void> {
    const bridges = await stopContainers(socketPath);
    const first = engine.pid === undefined ? undefined : childrenOf(engine.pid)[0];
    engine.kill('SIGKILL');
    await ended;
    if (first !== undefined) await whenGone(first);
    for (const name of [bridge, ...bridges]) spawn('ip', ['link', 'delete', name], { stdio: 'ignore' });
    await removeCgroup(cgroup);
    rmSync(run, { recursive: true, force: true });
    rmSync(join(folder, 'owner'), { force: true });
  }

  try {
    await whenEngineAnswers(socketPath, engine, log);
    if ((await engineRequest(socketPath, 'GET', '/images/busybox/json')).status !== 200)
      await importBusybox(socketPath);
  } catch (error) {
    await end();
    throw error;
  }
  return { host: `unix://${socketPath}`, ended, [Symbol.asyncDispose]: end };
}

const runPrefix = 'gantry-engine-';

/** Two runs at a time have two engines: the first folder that no living process owns. What a dead one has left goes. */
function claimFolder(run: string): { readonly number: number; readonly folder: string } {
  for (let number = 1; number < 200; number++) {
    const folder = join(labFolder, 'engines', String(number));
    mkdirSync(folder, { recursive: true });
    const owner = join(folder, 'owner');
    const [pid, started, left] = ownerOf(owner);
    if (pid !== undefined && startTime(Number(pid)) === started) continue;
    if (left?.startsWith(join(tmpdir(), runPrefix))) rmSync(left, { recursive: true, force: true });
    rmSync(owner, { force: true });
    writeFileSync(owner, `${process.pid}\n${startTime(process.pid)}\n${run}`, { flag: 'wx' });
    return { number, folder };
  }
  throw new Error(`Too many engines are running: see ${labFolder}/engines.`);
}

function ownerOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Stops what runs, two seconds each at most; resolves to the bridges that its networks have on this machine. */
async function stopContainers(socketPath: string): Promise<readonly string[]> {
  try {
    const containers = await list(socketPath, '/containers/json');
    await Promise.all(
      containers.map((id) => engineRequest(socketPath, 'POST', `/containers/${id}/stop?t=2`)),
    );
    const networks = await list(
      socketPath,
      `/networks?filters=${encodeURIComponent('{"driver":["bridge"],"type":["custom"]}')}`,
    );
    return networks.map((id) => `br-${id.slice(0, 12)}`);
  } catch {
    // It does not answer any more: its processes are killed all the same.
    return [];
  }
}

async function list(socketPath: string, path: string): Promise<readonly string[]> {
  const answer = await engineCall(socketPath, 'GET', path);
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((each: unknown) => (isObject(each) && typeof each.Id === 'string' ? [each.Id] : []));
}
