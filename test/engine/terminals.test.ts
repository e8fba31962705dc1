import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { attachContainer } from '../../src/engine/attach.ts';
import { createContainer } from '../../src/engine/containers/createContainer.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { containerShell } from '../../src/engine/exec.ts';
import { containerLogs } from '../../src/engine/logs.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox, importImage } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { connectTo, until } from './support/engine.ts';
import { createTerminal } from './support/terminal.ts';

/** As `docker run -it`. */
const interactive = { tty: true, stdin: true, stdinOnce: true } as const;

describe('a terminal', { ...needsWorld, timeout: 60_000 }, () => {
  let engine: Engine;

  before(async () => {
    await importBusybox(defaultSocket);
    engine = await connectTo(defaultSocket);
  });
  after(() => engine?.[Symbol.asyncDispose]());

  test('runs a shell: its size, its resizing, its Ctrl-C, its exit code', async () => {
    const id = await createTestContainer(defaultSocket);
    const terminal = createTerminal({ columns: 91, rows: 33 });
    const ended = containerShell(engine, id, {})(terminal.io);
    await terminal.shown(/# /);
    terminal.type('stty size\r');
    await terminal.shown(/\n33 91\r\n.*# /);
    terminal.resize({ columns: 100, rows: 40 });
    terminal.type('while [ "$(stty size)" != "40 100" ]; do sleep 0.05; done; echo resi""zed\r');
    await terminal.shown(/resized\r\n.*# /);
    terminal.type(`sh -c 'trap "echo caught; exit" INT; echo wai""ting; while :; do sleep 0.05; done'\r`);
    await terminal.shown(/waiting/);
    terminal.type('\x03');
    await terminal.shown(/\^Ccaught\r\n.*# /);
    terminal.type('echo "naïve ✓ $TERM"; exit 7\r');
    assert.equal(await ended, 7);
    assert.match(terminal.output, /\nnaïve ✓ xterm-256color\r\n/);
    await removeTestContainer(defaultSocket, id);
  });

  test('that is closed leaves no shell behind', async () => {
    const id = await createTestContainer(defaultSocket);
    const terminal = createTerminal();
    const ended = containerShell(engine, id, {})(terminal.io);
    await terminal.shown(/# /);
    terminal.close();
    await ended;
    for (;;) {
      const top = (await engineCall(defaultSocket, 'GET', `/containers/${id}/top`)) as {
        Processes: string[][];
      };
      if (top.Processes.length === 1) break;
    }
    await removeTestContainer(defaultSocket, id);
  });

  test('says that a container has no shell, and passes on why a command of its own fails', async () => {
    const busybox = {
      path: 'busybox',
      kind: 'file',
      mode: 0o755,
      content: readFileSync('/bin/busybox'),
    } as const;
    await importImage(defaultSocket, 'bare', [busybox], ['CMD ["/busybox", "sleep", "1000"]']);
    const id = await createTestContainer(defaultSocket, {
      image: 'bare',
      command: ['/busybox', 'sleep', '1000'],
    });
    await assert.rejects(containerShell(engine, id, {})(createTerminal().io), /The container has no shell/);
    await assert.rejects(containerShell(engine, id, { command: ['nosuch'] })(createTerminal().io), /nosuch/);
    assert.equal(
      await containerShell(engine, id, { command: ['/busybox', 'false'] })(createTerminal().io),
      1,
    );
    await removeTestContainer(defaultSocket, id);
    await assert.rejects(
      containerShell(engine, id, {})(createTerminal().io),
      (error) => error instanceof EngineError && error.status === 404,
    );
  });

  test('shows the log of a container without a terminal: whole characters, whole lines, both streams', async () => {
    const script = 'printf "na\\303"; sleep 0.3; printf "\\257ve\\n"; echo wrong >&2; printf "no end"';
    const id = await createTestContainer(defaultSocket, { command: ['sh', '-c', script] });
    const terminal = createTerminal();
    assert.equal(await containerLogs(engine, id, {})(terminal.io), 0);
    assert.match(terminal.output, /naïve\r\n/);
    assert.match(terminal.output, /wrong\r\n/);
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'exited');
    // While it is followed, an engine may lose a last line without an end: that is asked for afterwards.
    const last = createTerminal();
    await containerLogs(engine, id, { tail: 1 })(last.io);
    assert.equal(last.output, 'no end');
    await removeTestContainer(defaultSocket, id);
  });

  test('shows the log of a container with a terminal as it is', async () => {
    const id = await createTestContainer(defaultSocket, {
      tty: true,
      command: ['sh', '-c', 'printf "\\033[31mred\\033[0m\\n"'],
    });
    const terminal = createTerminal();
    await containerLogs(engine, id, {})(terminal.io);
    assert.equal(terminal.output, '\x1b[31mred\x1b[0m\r\n');
    await removeTestContainer(defaultSocket, id);
  });

  test('follows a log until Ctrl-C is typed, or it is closed', async () => {
    const id = await createTestContainer(defaultSocket, { command: ['sh', '-c', 'echo first; sleep 1000'] });
    const terminal = createTerminal();
    const ended = containerLogs(engine, id, {})(terminal.io);
    await terminal.shown(/first/);
    terminal.type('\x03');
    assert.equal(await ended, 0);
    const closed = createTerminal();
    const other = containerLogs(engine, id, {})(closed.io);
    await closed.shown(/first/);
    closed.close();
    assert.equal(await other, 0);
    await removeTestContainer(defaultSocket, id);
  });

  test('gets no more of a container that spews than it can draw', async () => {
    const id = await createTestContainer(defaultSocket, {
      command: ['yes', 'spam spam spam spam spam spam'],
    });
    let received = 0;
    let most = 0;
    let turn = 0;
    const terminal = createTerminal();
    const counting = {
      ...terminal.io,
      write(data: string) {
        if (turn === 0)
          setTimeout(() => {
            turn = 0;
          });
        turn += data.length;
        received += data.length;
        most = Math.max(most, turn);
      },
    };
    const ended = containerLogs(engine, id, {})(counting);
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'running');
    while (received < 4_000_000) await new Promise(setImmediate);
    assert.ok(most < 1_000_000, `${most} at once`);
    // What it types is heard in between.
    terminal.type('\x03');
    assert.equal(await ended, 0);
    await removeTestContainer(defaultSocket, id);
  });

  test('attaches to a container before it starts, and ends with its exit code', async () => {
    const command = ['sh', '-c', 'echo very first; read answer; echo "got $answer"; exit 9'];
    const id = await createContainer(engine, { image: 'busybox', command, ...interactive, autoRemove: true });
    const terminal = createTerminal();
    const ended = attachContainer(engine, id)(terminal.io);
    await terminal.shown(/very first/);
    terminal.type('yes ✓\r');
    assert.equal(await ended, 9);
    assert.match(terminal.output, /got yes ✓\r\n/);
    await until(engine.inventory, () => engine.inventory.get('container', id) === undefined);
  });

  test('attaches to a container without a terminal: output is shown, Ctrl-C interrupts', async () => {
    const command = ['sh', '-c', 'trap "echo caught; exit 5" INT; echo up; while :; do sleep 0.05; done'];
    const id = await createContainer(engine, { image: 'busybox', command });
    const terminal = createTerminal();
    const ended = attachContainer(engine, id)(terminal.io);
    await terminal.shown(/up\r\n/);
    terminal.type('\x03');
    assert.equal(await ended, 5);
    assert.match(terminal.output, /caught\r\n/);
    await removeContainer(engine, id, {});
  });

  test('lets a container run on that it detaches from', async () => {
    const id = await createContainer(engine, { image: 'busybox', ...interactive });
    const terminal = createTerminal();
    const ended = attachContainer(engine, id)(terminal.io);
    await terminal.shown(/# /);
    terminal.type('\x10\x11');
    assert.equal(await ended, 0);
    assert.equal(engine.inventory.get('container', id)?.state, 'running');
    await removeContainer(engine, id, { force: true });
  });
});
