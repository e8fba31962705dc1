import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, beforeEach, describe, test } from 'node:test';
import { containerShell } from '../../src/engine/exec.ts';
import type { InventoryState } from '../../src/engine/inventory.ts';
import { containerLogs } from '../../src/engine/logs.ts';
import { openEngine } from '../../src/engine/openEngine.ts';
import { openHosts } from '../../src/hosts/openHosts.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { whenGone } from '../support/processes.ts';
import { needsSshd, type Sshd, startSshd } from '../support/sshd.ts';
import { containerNamed, until } from './support/engine.ts';
import { createTerminal } from './support/terminal.ts';
import { equalsEngine } from './support/truth.ts';

describe('ssh', { timeout: 60_000 }, () => {
  test('that fails says so in ssh’s own words, and leaves nothing behind', async () => {
    const engine = openOver('127.0.0.1:1');
    await until(engine.inventory, ({ state }) => state.status === 'unreachable');
    const { code, message } = errorOf(engine.inventory.state);
    assert.equal(code, 'unreachable');
    assert.match(
      message,
      /^No SSH server answers on 127.0.0.1:1.*connect to host 127\.0\.0\.1 port 1: Connection refused/s,
    );
    await engine[Symbol.asyncDispose]();
    assert.deepEqual(foldersLeft(), []);
    const processes = spawnSync('ps', ['ax', '-o', 'args'], { encoding: 'utf8' }).stdout;
    assert.doesNotMatch(processes, /^ssh .*gantry-ssh-/m);
  });
});

describe('an engine over ssh', { ...needsSshd, timeout: 60_000 }, () => {
  let sshd: Sshd;
  before(async () => {
    await importBusybox(defaultSocket);
    sshd = await startSshd();
    writeFileSync(`${sshd.folder}/config`, configFor(sshd.port));
  });
  after(() => sshd?.[Symbol.asyncDispose]());
  beforeEach(() => trust(sshd.knownHost));

  const trust = (line: string) => writeFileSync(`${sshd.folder}/known_hosts`, line);

  test('is found by an alias of the user’s config, and kept true', async () => {
    const id = await createTestContainer(defaultSocket, { name: 'far' });
    const env = { DOCKER_HOST: 'ssh://lab_box', DOCKER_CONFIG: '/nonexistent' };
    await using hosts = openHosts({ env });
    const { engine } = hosts.active;
    await until(engine.inventory, isConnected);
    assert.deepEqual(engine.endpoint, { kind: 'ssh', destination: 'lab_box' });
    assert.equal(containerNamed(engine.inventory, 'far')?.state, 'running');
    const later = await createTestContainer(defaultSocket, { name: 'later', start: false });
    await until(engine.inventory, ({ get }) => get('container', later) !== undefined);
    for (const each of [id, later]) await removeTestContainer(defaultSocket, each);
    await until(engine.inventory, ({ list }) => list('container').length === 0);
  });

  test('gives logs and shells, with one ssh for all of them', async () => {
    const id = await createTestContainer(defaultSocket, {
      command: ['sh', '-c', 'echo from afar; exec sleep 1000000'],
    });
    await using engine = openOver('lab_box');
    await until(engine.inventory, isConnected);
    const log = createTerminal();
    const following = containerLogs(engine, id, {})(log.io);
    await log.shown(/from afar/);
    const shell = createTerminal({ columns: 91, rows: 33 });
    const ended = containerShell(engine, id, {})(shell.io);
    await shell.shown(/# /);
    shell.type('stty size\r');
    await shell.shown(/\n33 91\r\n/);
    assert.equal(sshProcesses().length, 1);
    shell.type('exit 7\r');
    assert.equal(await ended, 7);
    await removeTestContainer(defaultSocket, id);
    await following;
  });

  test('is reached through a jump host, of which nothing is left either', async () => {
    const engine = openOver('behind');
    await until(engine.inventory, isConnected);
    const processes = sshProcesses();
    assert.equal(processes.length, 2);
    await engine[Symbol.asyncDispose]();
    await Promise.all(processes.map(whenGone));
    assert.deepEqual(foldersLeft(), []);
  });

  test('is reached although a forward of the user’s own config is taken', async () => {
    await using engine = openOver('forwarding');
    await until(engine.inventory, isConnected);
  });

  test('is not connected to while its host key is unknown, or another; then it is, by itself', async () => {
    trust('');
    await using engine = openOver('quiet');
    await until(engine.inventory, ({ state }) => state.status === 'unreachable');
    const { code, message } = errorOf(engine.inventory.state);
    assert.equal(code, 'host-key');
    assert.match(message, /^The host key of quiet is not known yet\. .*Host key verification failed\.$/s);
    assert.doesNotMatch(message, /\r/);
    const other = readFileSync(`${sshd.folder}/id.pub`, 'utf8');
    trust(`[127.0.0.1]:${sshd.port} ${other}`);
    await until(engine.inventory, ({ state }) =>
      /^The host key of quiet is not the one.*REMOTE HOST IDENTIFICATION HAS CHANGED/s.test(
        errorOf(state).message,
      ),
    );
    trust(sshd.knownHost);
    await until(engine.inventory, isConnected);
  });

  const failures = [
    ['keyless', 'login', /^keyless does not let us in.*ssh-add.*Permission denied \(publickey/s],
    ['nameless', 'unreachable', /^The name of nameless is not known.*Could not resolve hostname/s],
    ['silent', 'unreachable', /^No SSH server answers on silent.*Connection refused/s],
    ['beyond', 'unreachable', /^The way to beyond leads over another host.*Connection refused/s],
    ['lost', 'unreachable', /^The way to lost leads over another host.*stdio forwarding failed/s],
    ['stranger', 'login', /^stranger does not let us in.*Permission denied \(publickey/s],
  ] as const;
  for (const [host, code, message] of failures) {
    test(`says what is wrong: ${host}`, async () => {
      await using engine = openOver(host);
      await until(engine.inventory, ({ state }) => state.status === 'unreachable');
      const error = errorOf(engine.inventory.state);
      assert.equal(error.code, code);
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /debug1/);
    });
  }

  test('is connected to by the docker command there where the server forbids forwarding', async () => {
    const id = await createTestContainer(defaultSocket, { name: 'fenced' });
    await using engine = openOver('fenced');
    await until(engine.inventory, isConnected);
    // More at a time than an SSH server lets wait at its door.
    const answers = await Promise.all(Array.from({ length: 24 }, () => engine.client.ping()));
    assert.equal(answers.length, 24);
    assert.equal(containerNamed(engine.inventory, 'fenced')?.state, 'running');
    const shell = createTerminal();
    const ended = containerShell(engine, id, {})(shell.io);
    await shell.shown(/# /);
    shell.type('exit 7\r');
    assert.equal(await ended, 7);
    await removeTestContainer(defaultSocket, id);
    await until(engine.inventory, ({ get }) => get('container', id) === undefined);
    const processes = sshProcesses();
    await engine[Symbol.asyncDispose]();
    await Promise.all(processes.map(whenGone));
    assert.deepEqual(foldersLeft(), []);
  });

  test('says what the docker command there says, where neither way leads to an engine', async () => {
    const away = `${defaultSocket}.away`;
    renameSync(defaultSocket, away);
    try {
      await using engine = openOver('fenced');
      await until(engine.inventory, ({ state }) => state.status === 'unreachable');
      const { code, message } = errorOf(engine.inventory.state);
      assert.equal(code, 'not-running');
      assert.match(
        message,
        /^fenced lets us in, but .*DisableForwarding.*its docker command does not reach/s,
      );
      assert.match(message, /docker\.sock/);
    } finally {
      renameSync(away, defaultSocket);
    }
  });

  test('tells how far the connection is', async () => {
    const seen: (string | undefined)[] = [];
    await using engine = openEngine({
      resolve: async () => ({ kind: 'ssh', destination: 'lab_box' }),
      onProgress: (words) => seen.push(words),
    });
    await until(engine.inventory, isConnected);
    assert.deepEqual(seen, [
      'Connecting to lab_box…',
      'Logging in to lab_box as root…',
      'Opening the engine’s socket on lab_box…',
      undefined,
    ]);
  });

  test('leaves no ssh behind where it is killed itself', async () => {
    const script = `
      import { openEngine } from ${JSON.stringify(new URL('../../src/engine/openEngine.ts', import.meta.url).href)};
      for (const destination of ['lab_box', 'fenced']) {
        const { inventory } = openEngine({ resolve: async () => ({ kind: 'ssh', destination }) });
        inventory.onDidChangeState(() => inventory.state.status === 'connected' && console.log(destination));
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    const lines = createInterface({ input: child.stdout });
    const connected = new Set<string>();
    for await (const line of lines) if (connected.add(line).size === 2) break;
    const processes = sshProcesses();
    assert.ok(processes.length >= 2);
    child.kill('SIGKILL');
    await Promise.all(processes.map(whenGone));
    for (const name of foldersLeft()) rmSync(join(tmpdir(), name), { recursive: true });
  });

  test('is connected to again when ssh has lost its connection, and nothing is missed', async () => {
    const engine = openOver('lab_box');
    const { inventory } = engine;
    await until(inventory, isConnected);
    const seen: InventoryState[] = [];
    using _states = inventory.onDidChangeState(() => seen.push(inventory.state));
    const first = sshProcesses();
    await sshd.dropSessions();
    const id = await createTestContainer(defaultSocket, { name: 'meanwhile', start: false });
    await until(inventory, ({ get }) => get('container', id) !== undefined);
    await equalsEngine(inventory, defaultSocket);
    await Promise.all(first.map(whenGone));
    const second = sshProcesses();
    assert.equal(second.length, 1);
    assert.notDeepEqual(second, first);
    assert.deepEqual(
      seen.filter(({ status }) => status === 'unreachable'),
      [],
    );
    await removeTestContainer(defaultSocket, id);
    await engine[Symbol.asyncDispose]();
    assert.deepEqual(sshProcesses(), []);
    assert.deepEqual(foldersLeft(), []);
  });

  test('that goes away says so, at first and later, and is connected to by the same ssh once it is back', async () => {
    const away = `${defaultSocket}.away`;
    renameSync(defaultSocket, away);
    try {
      await using engine = openOver('lab_box');
      const { inventory } = engine;
      await until(inventory, ({ state }) => state.status === 'unreachable');
      assertAway(inventory.state);
      const first = await forward(defaultSocket, away);
      await until(inventory, isConnected);
      const processes = sshProcesses();
      assert.equal(processes.length, 1);
      await first[Symbol.asyncDispose]();
      await until(inventory, ({ state }) => state.status === 'unreachable');
      assertAway(inventory.state);
      await using _second = await forward(defaultSocket, away);
      await until(inventory, isConnected);
      assert.deepEqual(sshProcesses(), processes);
    } finally {
      renameSync(away, defaultSocket);
    }
  });
});

function assertAway(state: InventoryState): void {
  const { code, message } = errorOf(state);
  assert.equal(code, 'not-running');
  assert.match(
    message,
    /^lab_box lets us in, but does not open its \/var\/run\/docker\.sock: .* channel \d+: open failed/,
  );
}

/** Makes an engine answer on another socket as well, until that is disposed with all its connections. */
async function forward(path: string, to: string): Promise<AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(to);
    incoming.pipe(outgoing).pipe(incoming);
    for (const socket of [incoming, outgoing]) sockets.add(socket.on('error', () => undefined));
    incoming.once('close', () => outgoing.destroy());
  }).listen(path);
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function openOver(destination: string) {
  return openEngine({ resolve: async () => ({ kind: 'ssh', destination }) });
}

function isConnected({ state }: { readonly state: InventoryState }): boolean {
  return state.status === 'connected';
}

function errorOf(state: InventoryState): { readonly code: string; readonly message: string } {
  return state.status === 'unreachable' ? state.error : { code: '', message: '' };
}

function configFor(port: number): string {
  return `
Host lab_box quiet forwarding fenced keyless behind stranger
  HostName 127.0.0.1
  Port ${port}
  User root
  IdentitiesOnly yes
Host lab_box quiet forwarding behind
  IdentityFile ~/.ssh/id
Host quiet
  LogLevel QUIET
Host forwarding
  LocalForward 127.0.0.1:${port} 127.0.0.1:9
  ExitOnForwardFailure yes
Host fenced
  IdentityFile ~/.ssh/id_fenced
Host keyless
  IdentityFile ~/.ssh/host_key
Host behind lost
  ProxyJump lab_box
Host stranger
  IdentityFile ~/.ssh/nothing
Host nameless
  HostName no.such.invalid
Host silent astray
  HostName 127.0.0.1
  Port 9
Host beyond
  HostName 127.0.0.1
  ProxyJump astray
Host lost
  HostName 127.0.0.1
  Port 9
`;
}

function foldersLeft(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('gantry-ssh-'));
}

/** Those of the world, where nobody else's can be seen. */
function sshProcesses(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readComm(pid) === 'ssh')
    .map(Number);
}

function readComm(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}
