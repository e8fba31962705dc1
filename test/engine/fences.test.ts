import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { connect, createServer as createPlainServer, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import { startContainer } from '../../src/engine/containers/lifecycle.ts';
import { dial } from '../../src/engine/dial.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError, type EngineErrorCode } from '../../src/engine/errors.ts';
import { inspectImage } from '../../src/engine/images/inspectImage.ts';
import { openEngine } from '../../src/engine/openEngine.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { connectTo, openOn, until } from './support/engine.ts';

/** What dockerode and docker-modem do wrong by themselves, each of which once took a client down. */
describe('the border to dockerode', { timeout: 60_000 }, () => {
  test('a call whose answer stalls ends at its deadline', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"Id":');
    });
    await using engine = openOn(server.path);
    const call = dial(engine, { path: '/containers/a/json', abortSignal: AbortSignal.timeout(50) });
    await rejects(call, 'timeout');
  });

  test('a call that brings no deadline has one', async () => {
    const signals: boolean[] = [];
    await using server = await serve((request) => request.once('close', () => signals.push(true)));
    const engine = openOn(server.path);
    const call = dial(engine, { path: '/info' });
    await once(server.events, 'request');
    // Disposing aborts what is under way; the deadline itself is longer than a test may take.
    const rejection = rejects(call, 'aborted');
    await engine[Symbol.asyncDispose]();
    await rejection;
  });

  test('a call whose answer is cut in the middle fails', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"Id":', () => response.destroy());
    });
    await using engine = openOn(server.path);
    await rejects(inspectContainer(engine, 'a'), 'disconnected');
  });

  test('a caller can end a call, and a stream', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200);
      response.write('x');
    });
    await using engine = openOn(server.path);
    const ending = new AbortController();
    const call = inspectContainer(engine, 'a', { signal: ending.signal });
    const stream = await dial<Readable>(engine, { path: '/x', isStream: true, abortSignal: ending.signal });
    stream.resume();
    const closed = new Promise((resolve) => stream.once('close', resolve));
    ending.abort();
    await rejects(call, 'aborted');
    await closed;
    assert.ok(stream.destroyed);
  });

  test('a redirect is not followed, to another host least of all', async () => {
    let visited = 0;
    const elsewhere = createServer(() => {
      visited += 1;
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await using server = await serve((_request, response) => {
      response.writeHead(301, { location: `http://127.0.0.1:${port}/` }).end();
    });
    await using engine = openOn(server.path);
    await assert.rejects(inspectContainer(engine, 'a'), (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.status, 301);
      assert.match(error.message, /redirect/);
      return true;
    });
    assert.equal(visited, 0);
    elsewhere.close();
  });

  test('names are encoded, and none climbs out of its path', async () => {
    const paths: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      if (request.url?.startsWith('/containers/') || request.url?.startsWith('/images/'))
        paths.push(request.url);
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"no such thing"}');
    });
    await using engine = openOn(server.path);
    paths.length = 0;
    await rejects(inspectContainer(engine, 'a/../b'), 'refused');
    await rejects(inspectContainer(engine, 'a?b=c#d é'), 'refused');
    await rejects(inspectImage(engine, 'ghcr.io/a/b:1'), 'refused');
    const sent = paths.filter((path) => path?.endsWith('/json'));
    assert.deepEqual(sent, [
      '/containers/a%2F..%2Fb/json',
      '/containers/a%3Fb%3Dc%23d%20%C3%A9/json',
      '/images/ghcr.io/a/b%3A1/json',
    ]);
    paths.length = 0;
    for (const name of ['', '.', '..']) await rejects(inspectContainer(engine, name), 'refused');
    await rejects(inspectImage(engine, '../containers/a'), 'refused');
    await rejects(dial(engine, { path: '/containers/../info' }), 'refused');
    assert.deepEqual(
      paths.filter((path) => path?.endsWith('/json') && !path.includes('?')),
      [],
    );
  });

  test('the environment has no say in where a call goes', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"Id":"here"}');
    });
    const former = process.env.DOCKER_HOST;
    process.env.DOCKER_HOST = 'tcp://127.0.0.1:9';
    try {
      await using engine = openOn(server.path);
      assert.deepEqual(await inspectContainer(engine, 'a'), { Id: 'here' });
    } finally {
      if (former === undefined) delete process.env.DOCKER_HOST;
      else process.env.DOCKER_HOST = former;
    }
  });

  test('an address that can not be found out fails the call, and only that', async () => {
    await using engine = openEngine({ resolve: () => Promise.reject(new EngineError('bad-address', 'no')) });
    await rejects(startContainer(engine, 'a'), 'bad-address');
  });

  test('what is no engine is told from one', async () => {
    const folder = mkdtempSync('/tmp/gantry-socket-');
    const path = `${folder}/s`;
    const plain = createPlainServer((socket) =>
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9.2\r\n'),
    ).listen(path);
    await once(plain, 'listening');
    await using engine = openOn(path);
    await rejects(inspectContainer(engine, 'a'), 'bad-address');
    plain.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the border to dockerode, at a real engine', { ...needsWorld, timeout: 60_000 }, () => {
  test('takes what the engine says of a climbing name as a refusal', async () => {
    await using engine = await connectTo(defaultSocket);
    await rejects(inspectContainer(engine, 'a/../b'), 'refused');
  });

  test('takes "already so" as done, and passes the engine’s own words on', async () => {
    await importBusybox(defaultSocket);
    await using engine = await connectTo(defaultSocket);
    const id = await createTestContainer(defaultSocket);
    await startContainer(engine, id);
    await assert.rejects(startContainer(engine, 'no-such-container'), (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.code, 'refused');
      assert.equal(error.status, 404);
      assert.equal(error.message, 'No such container: no-such-container');
      return true;
    });
    await removeTestContainer(defaultSocket, id);
  });

  test('notices by a ping that an engine no longer answers', async () => {
    await using server = await stallable();
    await using engine: Engine = await connectTo(server.path);
    server.stall();
    await rejects(dial(engine, { path: '/info', abortSignal: AbortSignal.timeout(100) }), 'timeout');
    await until(engine.inventory, ({ state }) => state.status === 'unreachable');
    server.go();
    await until(engine.inventory, ({ state }) => state.status === 'connected');
  });
});

async function rejects(call: Promise<unknown>, code: EngineErrorCode): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof EngineError, String(error));
    assert.equal(error.code, code, error.message);
    return true;
  });
}

/** An engine of bad manners. */
async function serve(listener: RequestListener) {
  const folder = mkdtempSync('/tmp/gantry-socket-');
  const path = `${folder}/s`;
  const events = createServer(listener).listen(path);
  await once(events, 'listening');
  return {
    path,
    events,
    async [Symbol.asyncDispose]() {
      events.closeAllConnections();
      events.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The world's engine behind a wire that can go dead without being cut. */
async function stallable() {
  const folder = mkdtempSync('/tmp/gantry-socket-');
  const path = `${folder}/s`;
  let stalled = false;
  const sockets = new Set<Socket>();
  const server = createPlainServer((incoming) => {
    const outgoing = connect(defaultSocket);
    sockets.add(incoming).add(outgoing);
    incoming.on('data', (data) => stalled || outgoing.write(data));
    outgoing.on('data', (data) => stalled || incoming.write(data));
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  }).listen(path);
  await once(server, 'listening');
  return {
    path,
    stall() {
      stalled = true;
    },
    go() {
      stalled = false;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
