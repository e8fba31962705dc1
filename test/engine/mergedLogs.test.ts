import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { killContainer, startContainer } from '../../src/engine/containers/lifecycle.ts';
import { mergedLogs } from '../../src/engine/containers/mergedLogs.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { tar } from '../support/tar.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

describe('merged logs', { ...needsWorld, timeout: 60_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  /** A container of the project; its script gets a line with `say`, which waits for a file to be there. */
  async function member(project: string, name: string, script: string, tty = false): Promise<string> {
    const id = await createTestContainer(socketPath, {
      name,
      command: ['sh', '-c', script],
      labels: { 'com.docker.compose.project': project },
      tty,
    });
    await until(engine.inventory, () => engine.inventory.get('container', id) !== undefined);
    return id;
  }

  function run(project: string, tail = 100) {
    const terminal = createTerminal();
    const ended = mergedLogs(engine, { belongs: (container) => container.project === project, tail })(
      terminal.io,
    );
    const lines = () => stripVTControlCharacters(terminal.output).split('\r\n').slice(0, -1);
    return { terminal, ended, lines };
  }

  test('show the past of several containers in the order of time, in colours, then what comes', async () => {
    const wait = 'while ! [ -e /go ]; do sleep 0.02; done';
    const a = await member('past', 'aa', `echo a1; ${wait}; echo a2; exec sleep 1000000`);
    const b = await member(
      'past',
      'long-name',
      `echo b1 >&2; sleep 0.3; printf 'b\\033[2J2\\n'; exec sleep 1000000`,
    );
    await until(engine.inventory, () => engine.inventory.get('container', b)?.state === 'running');
    const { terminal, ended, lines } = run('past');
    await terminal.shown(/b1[\s\S]*b2/);
    await terminal.shown(/a1/);
    await engineCall(socketPath, 'PUT', `/containers/${a}/archive?path=/`, emptyFile('go'));
    await terminal.shown(/a2/);
    assert.deepEqual(
      lines().map((line) => line.replace(/ +/g, ' ')),
      ['aa │ a1', 'long-name │ b1', 'long-name │ b2', 'aa │ a2'],
    );
    const [first, second] = ['aa', 'long-name'].map(
      (name) => /\[\d+m$/.exec(terminal.output.slice(0, terminal.output.indexOf(name)))?.[0],
    );
    assert.ok(first !== undefined && second !== undefined && first !== second);
    terminal.type('\x03');
    assert.equal(await ended, 0);
    for (const id of [a, b]) await removeContainer(engine, id, { force: true });
  });

  test('follow those that start later, end, start again and go, and no others', async () => {
    const { terminal, ended, lines } = run('later');
    await terminal.shown(/No container is there yet/);
    const other = await member('other', 'other', 'echo not-mine; exec sleep 1000000');
    const id = await member('later', 'late', 'echo hello-$((++n)); exec sleep 1000000', true);
    await terminal.shown(/hello-1/);
    await killContainer(engine, id);
    await terminal.shown(/ended with exit code 137/);
    await startContainer(engine, id);
    await terminal.shown(/hello-1[\s\S]*ended[\s\S]*hello-1/);
    await engineCall(socketPath, 'POST', `/containers/${id}/restart`);
    await terminal.shown(/hello-1[\s\S]*hello-1[\s\S]*hello-1/);
    await removeContainer(engine, id, { force: true });
    await terminal.shown(/was removed/);
    assert.ok(!terminal.output.includes('not-mine'));
    assert.equal(lines().filter((line) => line.includes('hello-1')).length, 3);
    terminal.close();
    assert.equal(await ended, 0);
    await removeContainer(engine, other, { force: true });
  });

  test('show the last lines alone, of one without a terminal as of one with', async () => {
    const script = 'for i in 1 2 3 4 5; do echo line-$i; done';
    for (const [name, tty] of [
      ['plain', false],
      ['drawn', true],
    ] as const) {
      const id = await member('tail', name, script, tty);
      await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'exited');
    }
    const { terminal, ended, lines } = run('tail', 2);
    await terminal.shown(/plain[\s\S]*line-5[\s\S]*line-5/);
    terminal.type('\x03');
    await ended;
    assert.deepEqual(lines(), ['plain │ line-4', 'plain │ line-5', 'drawn │ line-4', 'drawn │ line-5']);
  });

  test('say once that an engine keeps no log of one', async () => {
    const { Id: id } = (await engineCall(socketPath, 'POST', '/containers/create?name=silent', {
      Image: 'busybox',
      Cmd: ['sleep', '1000000'],
      StopSignal: 'SIGKILL',
      Labels: { 'com.docker.compose.project': 'silent' },
      HostConfig: { LogConfig: { Type: 'none' } },
    })) as { readonly Id: string };
    await engineCall(socketPath, 'POST', `/containers/${id}/start`);
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'running');
    const { terminal, ended, lines } = run('silent');
    await terminal.shown(/does not support reading/);
    await member('silent', 'speaking', 'echo spoken; exec sleep 1000000');
    await terminal.shown(/spoken/);
    assert.equal(lines().filter((line) => line.startsWith('silent')).length, 1);
    terminal.close();
    await ended;
  });
});

/** A tar archive of one empty file. */
function emptyFile(name: string): Buffer {
  return tar([{ path: name, kind: 'file', content: Buffer.alloc(0) }]);
}
