import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TerminalIo } from '../../src/engine/terminal.ts';
import { runProcess } from '../../src/vscode/processTerminal.ts';
import { createTerminals } from '../../src/vscode/terminals.ts';
import { after, before, describe, it } from '../support/hostSuite.ts';

describe('terminals', () => {
  let terminals: ReturnType<typeof createTerminals>;
  before(() => {
    terminals = createTerminals();
  });
  after(() => {
    terminals.dispose();
    for (const terminal of vscode.window.terminals) terminal.dispose();
  });
  const named = (name: string) => {
    const terminal = vscode.window.terminals.find((each) => each.name === name);
    assert.ok(terminal, `there is no terminal ${name}`);
    return terminal;
  };

  it('resolve to the exit code of what ran, and stay open', async () => {
    const code = await terminals.run({ name: 'ends', program: async () => 3 });
    assert.equal(code, 3);
    assert.equal(named('ends').exitStatus, undefined);
  });

  it('reject as the program does', async () => {
    const program = async () => {
      throw new Error('no such thing');
    };
    await assert.rejects(terminals.run({ name: 'breaks', program }), /no such thing/);
  });

  it('pass on what is typed, and tell their size', async () => {
    const started = Promise.withResolvers<TerminalIo>();
    const typed = Promise.withResolvers<string>();
    const running = terminals.run({
      name: 'types',
      async program(io) {
        started.resolve(io);
        const input = io.onInput(typed.resolve);
        const text = await typed.promise;
        input[Symbol.dispose]();
        return text === 'yes' ? 0 : 1;
      },
    });
    await started.promise;
    named('types').sendText('yes', false);
    assert.equal(await typed.promise, 'yes');
    assert.equal(await running, 0);
  });

  it('show all that is written, in its order', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${i} 🐳 ${'x'.repeat(2000)}`);
    await terminals.run({
      name: 'writes',
      async program({ write }) {
        write(lines.join('\r\n'));
        return 0;
      },
    });
    const shown = await whenText(named('writes'), 'It has ended.');
    const numbers = [...shown.matchAll(/(\d+) 🐳/gu)].map(([, number]) => Number(number));
    assert.deepEqual(numbers, [...lines.keys()]);
  });

  it('tell the program when they are closed, and resolve to undefined', async () => {
    const started = Promise.withResolvers<TerminalIo>();
    const running = terminals.run({
      name: 'closes',
      program: (io) =>
        new Promise((resolve) => {
          started.resolve(io);
          io.signal.addEventListener('abort', () => resolve(1));
        }),
    });
    const { signal } = await started.promise;
    named('closes').dispose();
    assert.equal(await running, undefined);
    assert.equal(signal.aborted, true);
  });

  it('run a child process with its arguments as they are, and resolve to its exit code', async () => {
    const script = 'process.exit(process.argv[1] === "a b; $HOME \'" && process.env.WITH === "this" ? 7 : 1)';
    const run = () =>
      runProcess({
        name: 'process',
        file: process.execPath,
        args: ['-e', script, "a b; $HOME '"],
        env: { WITH: 'this', ELECTRON_RUN_AS_NODE: '1' },
      });
    assert.deepEqual(await Promise.all([run(), run()]), [7, 7]);
  });

  it('end without a code for a process that does not exist', async () => {
    assert.notEqual(await runProcess({ name: 'nothing', file: '/no/such/program', args: [] }), 0);
  });
});

/** The whole text of a terminal, once `expected` is in it. What it shows reaches extensions by the clipboard alone. */
async function whenText(terminal: vscode.Terminal, expected: string): Promise<string> {
  terminal.show();
  for (;;) {
    await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    await vscode.commands.executeCommand('workbench.action.terminal.clearSelection');
    const text = await vscode.env.clipboard.readText();
    if (text.includes(expected)) return text;
  }
}
