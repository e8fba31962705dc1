import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type BuildOptions, type BuildResult, buildImage } from '../../src/engine/build/build.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { connectTo, openOn, until } from './support/engine.ts';

describe('a build', { ...needsWorld, timeout: 120_000 }, () => {
  let engine: Engine;
  const folders: string[] = [];

  before(async () => {
    await importBusybox(defaultSocket);
    engine = await connectTo(defaultSocket);
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  function folderOf(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync('/tmp/gantry-build-');
    folders.push(folder);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  async function build(
    folder: string,
    options: Partial<BuildOptions> = {},
    on: Engine = engine,
  ): Promise<{ result: BuildResult; output: string }> {
    let output = '';
    const result = await buildImage(on, {
      contextPath: folder,
      dockerfilePath: join(folder, 'Dockerfile'),
      signal: new AbortController().signal,
      ...options,
      write(text) {
        output += text;
        options.write?.(text);
      },
    });
    const plain = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
    return { result, output: plain };
  }

  test('sends names and modes as they are, links unfollowed, and shows the output of each step', async () => {
    const long = `${'d'.repeat(120)}/${'f'.repeat(150)}`;
    const folder = folderOf({
      Dockerfile:
        'FROM busybox AS base\nARG WHO=nobody\nRUN echo "hello $WHO"; echo "naïve ✓" >&2\nFROM base\nCOPY . /c\nRUN find /c | sort; readlink /c/link; test -x /c/run.sh\n',
      'ü ñ ✓.txt': 'x',
      [long]: 'x',
      'run.sh': '#!/bin/sh\n',
      empty: '',
    });
    chmodSync(join(folder, 'run.sh'), 0o755);
    symlinkSync('/etc/shadow', join(folder, 'link'));
    const { result, output } = await build(folder, { tag: 'built:1', buildArgs: { WHO: 'wörld' } });
    assert.ok(result.ok, output);
    assert.match(output, /#\d+ \[base 2\/2\] RUN echo "hello w/);
    assert.match(output, /#\d+ \d+\.\d{3} hello wörld\r\n/);
    assert.match(output, /naïve ✓\r\n/);
    assert.match(output, /DONE \d+\.\d+s\r\n/);
    for (const path of ['/c/ü ñ ✓.txt', `/c/${long}`, '/c/empty', '/etc/shadow'])
      assert.ok(output.includes(` ${path}\r\n`), path);
    await until(engine.inventory, () =>
      engine.inventory.list('image').some(({ tags }) => tags.includes('built:1')),
    );
    assert.equal(engine.inventory.get('image', result.imageId)?.tags[0], 'built:1');
    const again = await build(folder, { buildArgs: { WHO: 'wörld' } });
    assert.match(again.output, /CACHED/);
    assert.deepEqual(again.result, result);
  });

  test('shows an image that it leaves without a tag', async () => {
    const { result } = await build(
      folderOf({ Dockerfile: `FROM busybox\nRUN echo ${Math.random()} > /f\n` }),
    );
    assert.ok(result.ok);
    await until(engine.inventory, () => engine.inventory.get('image', result.imageId) !== undefined);
  });

  test('honours .dockerignore, its exceptions, and a Dockerfile’s own', async () => {
    const files = {
      Dockerfile: 'FROM busybox\nCOPY . /c\nRUN find /c -type f | sort\n',
      '.dockerignore': '# comment\n*.log\n**/node_modules\nsub\n!sub/keep/me.txt\nDockerfile\n',
      'a.log': '',
      'deep/b.log': '',
      'deep/er/node_modules/x/y.js': '',
      'sub/no.txt': '',
      'sub/keep/me.txt': '',
      'sub/keep/not.txt': '',
    };
    const folder = folderOf(files);
    const found = ({ output }: { output: string }) =>
      [...output.matchAll(/ \/c\/(\S+)\r\n/g)].map(([, path]) => path);
    const sent = await build(folder);
    assert.deepEqual(found(sent), ['.dockerignore', 'Dockerfile', 'deep/b.log', 'sub/keep/me.txt']);
    writeFileSync(join(folder, 'Dockerfile.dockerignore'), '*\n!a.log\n');
    assert.deepEqual(found(await build(folder, { noCache: true })), ['.dockerignore', 'Dockerfile', 'a.log']);
    const bad = await build(folderOf({ Dockerfile: 'FROM busybox\n', '.dockerignore': 'a\n!\n' }));
    assert.ok(!bad.result.ok && /\.dockerignore: “!” stands alone/.test(bad.result.message));
  });

  test('takes a Dockerfile from outside the context, by a name that keeps the cache', async () => {
    const folder = folderOf({ 'f.txt': 'x' });
    const other = folderOf({ 'My.Dockerfile': 'FROM busybox\nCOPY . /c\nRUN ls -A /c\n' });
    const options = { dockerfilePath: join(other, 'My.Dockerfile') };
    const first = await build(folder, options);
    assert.ok(first.result.ok, first.output);
    assert.match(first.output, /f\.txt/);
    assert.match((await build(folder, options)).output, /COPY \. \/c\r\n#\d+ CACHED/);
  });

  test('that fails tells the line, whatever it fails at', async () => {
    const cases = [
      [
        'FROM busybox AS b\nRUN true\nFROM busybox\nCOPY --from=b /etc/passwd /p\nRUN echo a && \\\n  exit 3\n',
        4,
        /exit code: 3/,
      ],
      ['# comment\n\nFROM busybox\nENV A=1\nWORKDIR /w\nRUN exit 4\n', 5, /exit code: 4/],
      ['FROM busybox\n\nFROMM x\n', 2, /unknown instruction: FROMM/],
      ['FROM busybox\nRUN --nope=1 x\n', 1, /flag/i],
      ['FROM busybox\nARG X=gone\nCOPY $X /x\n', 2, /"\/gone" not found/],
      ['ARG V=1\nFROM busybox\nFROM nosuch:1\n', 2, /nosuch/],
      ['FROM busybox\nRUN echo \\\n# in between\n  hi\nRUN false\n', 4, /exit code: 1/],
    ] as const;
    for (const [dockerfile, line, message] of cases) {
      const { result, output } = await build(folderOf({ Dockerfile: dockerfile }));
      assert.ok(!result.ok, dockerfile);
      assert.equal(result.line, line, dockerfile + output);
      assert.match(result.message, message);
      assert.ok(output.includes(`Dockerfile:${line + 1}`));
    }
    for (const [dockerfile, options] of [
      ['FROM busybox\n', { target: 'nope' }],
      ['', {}],
    ] as const) {
      const { result } = await build(folderOf({ Dockerfile: dockerfile }), options);
      assert.ok(!result.ok && result.line === undefined);
    }
  });

  test('that can not begin says why', async () => {
    const folder = folderOf({ 'f.txt': '' });
    const missing = await build(folder);
    assert.ok(!missing.result.ok && /Dockerfile .* is not there/.test(missing.result.message));
    const badTag = await build(folderOf({ Dockerfile: 'FROM busybox\n' }), { tag: 'Not A Tag' });
    assert.ok(!badTag.result.ok && /no spaces/.test(badTag.result.message));
    await using nowhere = openOn('/tmp/gantry-no-engine.sock');
    await assert.rejects(
      build(folderOf({ Dockerfile: 'FROM busybox\n' }), {}, nowhere),
      (error) => error instanceof EngineError && error.code === 'no-socket',
    );
  });

  test('that is cancelled ends on the engine, too', async () => {
    const cancel = new AbortController();
    const folder = folderOf({ Dockerfile: 'FROM busybox\nRUN echo be""gun; sleep 4321\n' });
    const running = build(folder, {
      signal: cancel.signal,
      write: (text) => {
        if (/ begun/.test(text)) cancel.abort();
      },
    });
    await assert.rejects(running, (error) => error instanceof EngineError && error.code === 'aborted');
    while (runs('sleep 4321')) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test('falls back to the classic builder, and tells the line there as well', async () => {
    await using podman = await calledPodman();
    await using classic = await connectTo(podman.path);
    const good = await build(
      folderOf({ Dockerfile: 'FROM busybox\nCOPY f /f\n', f: 'x' }),
      { tag: 'classic:1' },
      classic,
    );
    assert.ok(good.result.ok, good.output);
    assert.match(good.output, /Step 2\/2 : COPY f \/f\r\n/);
    const inspected = (await engineCall(defaultSocket, 'GET', '/images/classic:1/json')) as { Id: string };
    assert.equal(good.result.imageId, inspected.Id);
    const bad = await build(folderOf({ Dockerfile: 'FROM busybox\nENV A=1\n\nRUN exit 3\n' }), {}, classic);
    assert.ok(!bad.result.ok && bad.result.line === 3, JSON.stringify(bad.result));
    const parse = await build(folderOf({ Dockerfile: 'FROM busybox\nFROMM x\n' }), {}, classic);
    assert.ok(!parse.result.ok && parse.result.line === 1, JSON.stringify(parse.result));
  });
});

function runs(command: string): boolean {
  return spawnSync('ps', ['ax', '-o', 'args'], { encoding: 'utf8' }).stdout.split('\n').includes(command);
}

/** The world's engine, which says of itself that it is Podman's: one that has no BuildKit. */
async function calledPodman() {
  const folder = mkdtempSync('/tmp/gantry-podman-');
  const path = `${folder}/s`;
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/version') {
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end(
        JSON.stringify({ Os: 'linux', ApiVersion: '1.41', Components: [{ Name: 'Podman Engine' }] }),
      );
      return;
    }
    const { url, method, headers } = incoming;
    const forwarded = request({ socketPath: defaultSocket, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      outgoing.on('close', () => answer.destroy());
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  }).listen(path);
  await once(server, 'listening');
  return {
    path,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
