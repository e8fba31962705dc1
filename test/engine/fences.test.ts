import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, createServer as createPlainServer, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { buildImage } from '../../src/engine/build/build.ts';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import { startContainer } from '../../src/engine/containers/lifecycle.ts';
import { dial } from '../../src/engine/dial.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError, type EngineErrorCode } from '../../src/engine/errors.ts';
import { inspectImage } from '../../src/engine/images/inspectImage.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
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

/** dockerode's further defects, which lie in what it does with streams of progress, with builds and with Podman. */
describe('what dockerode makes of progress and of Podman', { timeout: 60_000 }, () => {
  /** An engine whose builds answer so. */
  async function builds(...chunks: readonly Buffer[]) {
    const paths: string[] = [];
    const server = await serve(async (request, response) => {
      paths.push(request.url ?? '');
      request.resume();
      if (request.url === '/version') {
        // Before BuildKit.
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"Os":"linux","ApiVersion":"1.30"}');
        return;
      }
      if (!request.url?.startsWith('/build')) {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"no"}');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      for (const chunk of chunks) await new Promise<void>((sent) => response.write(chunk, () => sent()));
      if (chunks.length > 0) response.end();
      else server.events.emit('building');
    });
    return { ...server, paths };
  }

  async function build(engine: Engine, signal = new AbortController().signal) {
    const contextPath = mkdtempSync('/tmp/gantry-build-');
    const dockerfilePath = `${contextPath}/Dockerfile`;
    writeFileSync(dockerfilePath, 'FROM busybox\n');
    let output = '';
    const write = (text: string) => {
      output += text;
    };
    try {
      return { result: await buildImage(engine, { contextPath, dockerfilePath, write, signal }), output };
    } finally {
      rmSync(contextPath, { recursive: true });
    }
  }

  test('progress may be split within a letter, be broken, and end with an error: that is what the build says', async () => {
    const line = Buffer.from('{"stream":"naïve ✓ done\\n"}\n{not json}\n{"error":"it went wrong"}\n');
    const within = line.indexOf('✓') + 1;
    await using server = await builds(line.subarray(0, within), line.subarray(within));
    await using engine = openOn(server.path);
    const { result, output } = await build(engine);
    assert.ok(!result.ok);
    assert.match(result.message, /it went wrong/);
    assert.match(output, /naïve ✓ done/);
  });

  test('a build that is ended leaves nothing open, least of all a session', async () => {
    await using server = await builds();
    await using engine = openOn(server.path);
    const ending = new AbortController();
    const building = once(server.events, 'building');
    const call = build(engine, ending.signal);
    await building;
    ending.abort();
    await rejects(call, 'aborted');
    assert.deepEqual(
      server.paths.filter((path) => path.includes('session')),
      [],
    );
    await engine[Symbol.asyncDispose]();
    // Nobody is told when the last connection is gone; what stays open runs into the test's time limit.
    while ((await connectionsOf(server.events)) > 0) await delay(10);
  });

  test('any success is one, also where Podman answers a resize by 201', async () => {
    await using server = await serve((_request, response) => response.writeHead(201).end());
    await using engine = openOn(server.path);
    await engine.client.getExec('a').resize({ h: 40, w: 100 });
  });
});

describe('the border to dockerode, at a real engine', { ...needsWorld, timeout: 60_000 }, () => {
  test('takes what the engine says of a climbing name as a refusal', async () => {
    await using engine = await connectTo(defaultSocket);
    await rejects(inspectContainer(engine, 'a/../b'), 'refused');
  });

  test('shows what a RUN instruction writes as it is, not as base64', async () => {
    await importBusybox(defaultSocket);
    await using engine = await connectTo(defaultSocket);
    const contextPath = mkdtempSync('/tmp/gantry-build-');
    const dockerfilePath = `${contextPath}/Dockerfile`;
    writeFileSync(dockerfilePath, 'FROM busybox\nRUN echo "naïve ✓"\n');
    let output = '';
    const write = (text: string) => {
      output += text;
    };
    const { signal } = new AbortController();
    const result = await buildImage(engine, { contextPath, dockerfilePath, write, signal });
    rmSync(contextPath, { recursive: true });
    assert.ok(result.ok);
    assert.match(output.replace(/RUN echo.*/g, ''), /naïve ✓/);
    assert.ok(!output.includes(Buffer.from('naïve ✓\n').toString('base64')));
    await removeImage(engine, result.imageId, { force: true });
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

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
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
