import { readdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFolder } from '../transport/contextStore/paths.ts';
import type { Endpoint } from '../transport/endpoint.ts';
import { expandPath } from '../transport/pathPattern.ts';

/** A socket or pipe of this machine at which an engine may answer. */
export interface KnownSocket {
  /** Of the program that makes it, with the machine's where it can have several. */
  readonly name: string;
  /** As the CLI takes it. */
  readonly address: string;
}

/** The sockets that there are at the places where programs are known to make them. Nobody need listen there. */
export function findSockets(env: NodeJS.ProcessEnv): readonly KnownSocket[] {
  if (process.platform === 'win32') return findPipes();
  const seen = new Set<string>();
  return placesOf(env).flatMap(({ name, path }) =>
    expandPath(path).found.flatMap((found) => {
      const real = socketAt(found);
      if (real === undefined || seen.has(real)) return [];
      seen.add(real);
      return { name: nameFor(name, path, found), address: `unix://${found}` };
    }),
  );
}

/** Where they are looked for: patterns for `watchPaths`. Pipes can't be watched. */
export function socketPaths(env: NodeJS.ProcessEnv): readonly string[] {
  return process.platform === 'win32' ? [] : placesOf(env).map(({ path }) => path);
}

/** What is the same for two endpoints of this machine that lead to one socket, whatever links lead there. */
export function localPathOf(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'npipe') return endpoint.path.toLowerCase();
  return endpoint.kind === 'socket' ? (socketAt(endpoint.path) ?? endpoint.path) : undefined;
}

interface Place {
  readonly name: string;
  /** A `*` stands for the name of a machine. */
  readonly path: string;
}

function placesOf(env: NodeJS.ProcessEnv): readonly Place[] {
  const home = homeFolder(env);
  const own = env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.() ?? 0}`;
  const settings = env.XDG_CONFIG_HOME || join(home, '.config');
  const shared = env.XDG_DATA_HOME || join(home, '.local', 'share');
  const lima = env.LIMA_HOME || join(home, '.lima');
  // Where podman's machines are on macOS, and on Linux.
  const temporary = process.platform === 'darwin' ? env.TMPDIR || tmpdir() : own;
  const machines = join(shared, 'containers', 'podman', 'machine');
  return [
    { name: 'Docker Desktop', path: join(home, '.docker', 'desktop', 'docker.sock') },
    { name: 'Docker Desktop', path: join(home, '.docker', 'run', 'docker.sock') },
    { name: 'Rootless Docker', path: join(own, 'docker.sock') },
    { name: 'OrbStack', path: join(home, '.orbstack', 'run', 'docker.sock') },
    { name: 'Rancher Desktop', path: join(home, '.rd', 'docker.sock') },
    { name: 'Colima', path: join(env.COLIMA_HOME || join(home, '.colima'), '*', 'docker.sock') },
    { name: 'Colima', path: join(settings, 'colima', '*', 'docker.sock') },
    { name: 'Lima', path: join(lima, '*', 'sock', 'docker.sock') },
    { name: 'Lima Podman', path: join(lima, '*', 'sock', 'podman.sock') },
    { name: 'Podman', path: join(own, 'podman', 'podman.sock') },
    { name: 'Podman (root)', path: '/run/podman/podman.sock' },
    { name: 'Podman Machine', path: join(machines, 'podman.sock') },
    { name: 'Podman Machine', path: join(machines, '*', 'podman.sock') },
    { name: 'Podman Machine', path: join(temporary, 'podman', 'podman-machine-default-api.sock') },
  ];
}

/** `Colima`, and `Colima (work)` where a machine is not the usual one. */
function nameFor(name: string, pattern: string, found: string): string {
  const depth = pattern.slice(pattern.indexOf('*')).split('/').length;
  const machine = pattern.includes('*') ? found.split('/').at(-depth) : undefined;
  return machine === undefined || machine === 'default' || machine === 'docker'
    ? name
    : `${name} (${machine})`;
}

/** The socket that a path leads to in the end; undefined where there is none. */
function socketAt(path: string): string | undefined {
  try {
    // A folder that is there, and a link in it that leads to nothing, are no sockets.
    if (!statSync(path).isSocket()) return undefined;
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function findPipes(): readonly KnownSocket[] {
  const names = new Map([
    ['dockerDesktopLinuxEngine', 'Docker Desktop'],
    ['dockerDesktopWindowsEngine', 'Docker Desktop (Windows)'],
    ['docker_engine', 'Docker'],
    ['podman-machine-default', 'Podman Machine'],
  ]);
  try {
    return readdirSync('\\\\.\\pipe\\').flatMap((pipe) => {
      const name = names.get(pipe);
      return name === undefined ? [] : { name, address: `npipe:////./pipe/${pipe}` };
    });
  } catch {
    return [];
  }
}
