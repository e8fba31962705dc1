import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Hosts } from '../../src/hosts/hosts.ts';
import { type HostsOptions, openHosts } from '../../src/hosts/openHosts.ts';
import { createContext, editContext, removeContext } from '../../src/transport/contextStore/changeContext.ts';
import { metaFile } from '../../src/transport/contextStore/paths.ts';
import { setCurrentContext } from '../../src/transport/contextStore/setCurrentContext.ts';
import { startDaemon } from '../support/daemon.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { until } from './support/engine.ts';

describe('the hosts', { ...needsWorld, timeout: 60_000 }, () => {
  let home: string;
  let env: NodeJS.ProcessEnv;
  beforeEach(() => {
    home = mkdtempSync('/tmp/gantry-home-');
    env = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), TMPDIR: join(home, 'tmp') };
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const context = (name: string, address: string) =>
    createContext(env, { name, description: '', address, skipVerify: false, tls: {} });
  const open = (remembered?: HostsOptions['remembered']) =>
    openHosts({ env, ...(remembered === undefined ? {} : { remembered }) });
  const names = (hosts: Hosts) => hosts.known.map(({ name }) => name);
  const openNames = (hosts: Hosts) => hosts.open.map(({ name }) => name);

  test('are connected to side by side, and neither a dead nor a silent one keeps the others waiting', async () => {
    await using second = await startDaemon();
    await using silent = await listenSilently('127.0.0.1', 0);
    await context('second', `unix://${second.socketPath}`);
    await context('dead', 'tcp://127.0.0.1:9');
    await context('silent', `tcp://127.0.0.1:${silent.port}`);
    await context('nowhere', 'tcp://10.255.255.1:2375');
    await using hosts = open({
      open: ['context:silent', 'context:dead', 'context:nowhere', 'context:second'],
    });
    assert.deepEqual(openNames(hosts), ['default', 'silent', 'dead', 'nowhere', 'second']);
    const [first, quiet, dead, , other] = hosts.open;
    assert.ok(first && quiet && dead && other);
    for (const { engine } of [first, other]) await until(engine.inventory, isConnected);
    await until(dead.engine.inventory, ({ state }) => state.status === 'unreachable');
    assert.equal(quiet.engine.inventory.state.status, 'connecting');
    assert.notEqual(first.engine.endpoint, other.engine.endpoint);
  });

  test('are used, connected to and left by the person alone, who finds them so again', async () => {
    await context('far', 'tcp://127.0.0.1:9');
    await context('near', `unix://${defaultSocket}`);
    await using hosts = open();
    assert.deepEqual(hosts.remembered, { open: [] });
    const local = hosts.active.engine;
    hosts.connect('context:far');
    assert.deepEqual(openNames(hosts), ['default', 'far']);
    const far = hosts.open[1];
    hosts.use('context:far');
    assert.equal(hosts.active, far);
    assert.deepEqual(openNames(hosts), ['far']);
    await assertClosed(local);
    hosts.disconnect('context:far');
    assert.equal(hosts.active, far);
    hosts.connect('context:near');
    assert.deepEqual(hosts.remembered, { active: 'context:far', open: ['context:near'] });
    {
      await using again = open(hosts.remembered);
      assert.deepEqual(openNames(again), ['far', 'near']);
    }
    hosts.use();
    assert.deepEqual(openNames(hosts), ['default', 'near']);
    assert.deepEqual(hosts.remembered, { open: ['context:near'] });
    hosts.disconnect('context:near');
    assert.deepEqual(openNames(hosts), ['default']);
  });

  test('follow the CLI until one is chosen', async () => {
    await context('other', `unix://${defaultSocket}`);
    await using hosts = open();
    assert.equal(hosts.active.name, 'default');
    await setCurrentContext(env, 'other');
    await untilHosts(hosts, () => hosts.active.name === 'other');
    assert.equal(hosts.cli.name, 'other');
    hosts.use('context:other');
    await setCurrentContext(env, 'default');
    await untilHosts(hosts, () => hosts.cli.name === 'default');
    assert.equal(hosts.active.name, 'other');
  });

  test('come, change and go with the store’s contexts', async () => {
    await using hosts = open();
    assert.deepEqual(names(hosts), ['default']);
    await context('one', 'tcp://127.0.0.1:9');
    await untilHosts(hosts, () => hosts.known.length === 2);
    hosts.connect('context:one');
    const before = hosts.open[1]?.engine;
    assert.ok(before);
    await until(before.inventory, ({ state }) => state.status === 'unreachable');
    const edited = { name: 'one', description: 'now', skipVerify: false, tls: {} };
    await editContext(env, { ...edited, address: `unix://${defaultSocket}` });
    await untilHosts(hosts, () => hosts.open[1]?.engine !== before);
    const after = hosts.open[1];
    assert.ok(after);
    assert.equal(after.address, `unix://${defaultSocket}`);
    assert.equal(after.description, 'now');
    await until(after.engine.inventory, isConnected);
    await editContext(env, { ...edited, address: `unix://${defaultSocket}`, description: 'later' });
    await untilHosts(hosts, () => hosts.open[1]?.description === 'later');
    assert.equal(hosts.open[1]?.engine, after.engine);
    // Half a file is one that is being written.
    writeFileSync(metaFile(env, 'one'), '{');
    await untilHosts(hosts, () => hosts.known.some(({ problem }) => problem !== undefined));
    writeFileSync(metaFile(env, 'one'), '{"Name":"one","Endpoints":{"docker":{"Host":"tcp://127.0.0.1:9"}}}');
    await untilHosts(hosts, () => hosts.open[1]?.address === 'tcp://127.0.0.1:9');
    await removeContext(env, 'one');
    await untilHosts(hosts, () => hosts.open.length === 1);
    assert.deepEqual(names(hosts), ['default']);
  });

  test('keep the one in use when its context goes, and say so, rather than to use another', async () => {
    await context('mine', `unix://${defaultSocket}`);
    await using hosts = open({ active: 'context:mine', open: [] });
    await until(hosts.active.engine.inventory, isConnected);
    await removeContext(env, 'mine');
    await untilHosts(hosts, () => hosts.active.problem !== undefined);
    assert.equal(hosts.active.id, 'context:mine');
    assert.ok(hosts.known.includes(hosts.active));
    await until(hosts.active.engine.inventory, ({ state }) => state.status === 'unreachable');
    assert.match(hosts.active.problem ?? '', /“mine” is no longer in the docker CLI’s store/);
    await context('mine', `unix://${defaultSocket}`);
    await untilHosts(hosts, () => hosts.active.problem === undefined);
    await until(hosts.active.engine.inventory, isConnected);
  });

  test('are the sockets that programs make as well, as they come and go', async () => {
    await using hosts = open();
    assert.deepEqual(names(hosts), ['default']);
    const places = [
      ['.docker/desktop/docker.sock', 'Docker Desktop'],
      ['run/docker.sock', 'Rootless Docker'],
      ['.orbstack/run/docker.sock', 'OrbStack'],
      ['.rd/docker.sock', 'Rancher Desktop'],
      ['.colima/default/docker.sock', 'Colima'],
      ['.config/colima/work/docker.sock', 'Colima (work)'],
      ['.lima/docker/sock/docker.sock', 'Lima'],
      ['run/podman/podman.sock', 'Podman'],
      ['.local/share/containers/podman/machine/podman.sock', 'Podman Machine'],
    ] as const;
    for (const [path, name] of places) {
      await using _socket = await listenOn(join(home, path));
      await untilHosts(hosts, () => names(hosts).includes(name));
      const host = hosts.known.find((each) => each.name === name);
      assert.deepEqual(
        { id: host?.id, address: host?.address, source: host?.source },
        { id: `socket:unix://${home}/${path}`, address: `unix://${home}/${path}`, source: 'socket' },
      );
    }
    await untilHosts(hosts, () => hosts.known.length === 1);
    renameSync(join(home, '.rd'), join(home, '.elsewhere'));
    await using _socket = await listenOn(join(home, '.rd/docker.sock'));
    await untilHosts(hosts, () => names(hosts).includes('Rancher Desktop'));
  });

  test('are each shown once, whatever links and contexts lead to its socket', async () => {
    await using _colima = await listenOn(join(home, '.colima/default/docker.sock'));
    mkdirSync(join(home, 'run'));
    symlinkSync(join(home, '.colima/default/docker.sock'), join(home, 'run/docker.sock'));
    writeFileSync(join(home, 'run/no'), '');
    await using _desktop = await listenOn(join(home, '.docker/desktop/docker.sock'));
    symlinkSync(join(home, '.docker/desktop/docker.sock'), join(home, 'link'));
    await context('desktop', `unix://${home}/link`);
    await using hosts = open();
    assert.deepEqual(names(hosts), ['default', 'desktop', 'Rootless Docker']);
    mkdirSync(join(home, '.rd'));
    writeFileSync(join(home, '.rd/docker.sock'), 'no socket');
    hosts.refresh();
    assert.equal(hosts.known.length, 3);
  });

  test('stay connected while something runs on them, also when the window has left', async () => {
    await context('busy', `unix://${defaultSocket}`);
    await using hosts = open({ active: 'context:busy', open: [] });
    const busy = hosts.active;
    await until(busy.engine.inventory, isConnected);
    const first = hosts.hold(busy);
    const second = hosts.hold(busy);
    hosts.use('context:default');
    assert.deepEqual(openNames(hosts), ['default']);
    first[Symbol.dispose]();
    first[Symbol.dispose]();
    await busy.engine.client.ping();
    hosts.use('context:busy');
    assert.equal(hosts.active.engine, busy.engine);
    hosts.use('context:default');
    second[Symbol.dispose]();
    await assertClosed(busy.engine);
  });

  test('let what runs on one end where it began, also when its context leads elsewhere by now', async () => {
    await context('moving', `unix://${defaultSocket}`);
    await using hosts = open({ active: 'context:moving', open: [] });
    const before = hosts.active;
    await until(before.engine.inventory, isConnected);
    const held = hosts.hold(before);
    const edited = { name: 'moving', description: '', skipVerify: false, tls: {} };
    await editContext(env, { ...edited, address: 'tcp://127.0.0.1:9' });
    await untilHosts(hosts, () => hosts.active.engine !== before.engine);
    await before.engine.client.ping();
    held[Symbol.dispose]();
    await assertClosed(before.engine);
  });
});

describe('the hosts of an environment', needsWorld, () => {
  test('are those that it names, and their mistakes are told where they are', async () => {
    const home = mkdtempSync('/tmp/gantry-home-');
    const env: NodeJS.ProcessEnv = { HOME: home, DOCKER_HOST: 'htp://x' };
    {
      await using hosts = openHosts({ env });
      assert.deepEqual(
        hosts.known.map(({ id, source, problem }) => [id, source, problem !== undefined]),
        [
          ['host:htp://x', 'environment', true],
          ['context:default', 'context', false],
        ],
      );
      assert.equal(hosts.active.id, 'host:htp://x');
    }
    env.DOCKER_HOST = '';
    env.DOCKER_CONTEXT = 'gone';
    {
      await using hosts = openHosts({ env });
      assert.match(hosts.active.problem ?? '', /“gone”, chosen by DOCKER_CONTEXT/);
    }
    env.DOCKER_CONTEXT = '';
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker/config.json'), '{');
    {
      await using hosts = openHosts({ env });
      assert.match(hosts.active.problem ?? '', /config\.json is not valid JSON/);
      assert.deepEqual(
        hosts.known.map(({ id }) => id),
        ['cli', 'context:default'],
      );
      await until(hosts.active.engine.inventory, ({ state }) => state.status === 'unreachable');
    }
    rmSync(home, { recursive: true });
  });
});

function isConnected({ state }: { readonly state: { readonly status: string } }): boolean {
  return state.status === 'connected';
}

/** Resolves when the hosts are as wished: now, or after one of their changes. */
function untilHosts(hosts: Hosts, wished: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (wished()) return resolve();
    const subscription = hosts.onDidChange(() => {
      if (!wished()) return;
      subscription[Symbol.dispose]();
      resolve();
    });
  });
}

async function assertClosed(engine: Hosts['active']['engine']): Promise<void> {
  await assert.rejects(engine.client.ping());
}

async function listenOn(path: string): Promise<AsyncDisposable> {
  mkdirSync(dirname(path), { recursive: true });
  const server = createServer().listen(path);
  await once(server, 'listening');
  return closing(server);
}

/** Takes connections and says nothing. */
async function listenSilently(
  host: string,
  port: number,
): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => void socket.on('error', () => undefined).resume());
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, ...closing(server) };
}

function closing(server: Server): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
