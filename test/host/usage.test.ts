import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { dockerCli } from '../support/dockerCli.ts';
import { activateGantry, rowNamed, when, whenView } from '../support/gantry.ts';
import { before, describe, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, worldCgroup } from '../support/inWorld.ts';

const view = 'gantry.containers';
const setting = 'gantry.containers.usage';

/** A socket that leads to the engine's, and knows the connections on which statistics were asked for. */
interface Counting extends AsyncDisposable {
  readonly path: string;
  readonly streams: number;
  readonly onDidChange: vscode.Event<void>;
}

async function counting(): Promise<Counting> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-usage-'));
  const path = join(folder, 'engine.sock');
  const changed = new vscode.EventEmitter<void>();
  const streams = new Set<unknown>();
  const server: Server = createServer((client) => {
    const engine = connect(defaultSocket);
    client.on('data', (chunk) => {
      if (!/^GET \S*\/stats\b/m.test(chunk.toString('latin1'))) return;
      streams.add(client);
      changed.fire();
    });
    client.pipe(engine).pipe(client);
    const end = () => {
      client.destroy();
      engine.destroy();
      if (streams.delete(client)) changed.fire();
    };
    for (const socket of [client, engine]) socket.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    path,
    get streams() {
      return streams.size;
    },
    onDidChange: changed.event,
    async [Symbol.asyncDispose]() {
      server.close();
      changed.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe('live usage', () => {
  // Elsewhere the contexts are a person's own; scripts/test.ts names what a world is needed for.
  if (worldCgroup === undefined) return;
  const docker = dockerCli(`${homedir()}/.docker`);
  before(() => importBusybox(defaultSocket));

  it('is in the rows while it is switched on and looked at, and else nothing is asked for', async (test) => {
    const api = await activateGantry();
    const engine = await counting();
    test.after(() => engine[Symbol.asyncDispose]());
    docker.run('context', 'create', 'counted', '--docker', `host=unix://${engine.path}`);
    test.after(async () => {
      docker.run('context', 'rm', '--force', 'counted');
      await vscode.commands.executeCommand('gantry.host.followCli');
    });
    const configuration = vscode.workspace.getConfiguration();
    test.after(() => configuration.update(setting, undefined, vscode.ConfigurationTarget.Global));
    const id = await createTestContainer(defaultSocket, { name: 'measured' });
    test.after(() => removeTestContainer(defaultSocket, id));

    await vscode.commands.executeCommand('gantry.hosts.focus');
    const host = await whenView(api, 'gantry.hosts', test.signal, ({ rows }) => rowNamed(rows, 'counted'));
    await vscode.commands.executeCommand(`${view}.focus`);
    await vscode.commands.executeCommand('gantry.host.connect', host);
    /** Resolves when the container's row below the host says what it is to say. */
    const measured = (says: RegExp) =>
      whenView(api, view, test.signal, ({ rows }) => {
        const row = rowNamed(rows, 'counted');
        const found = rowNamed(row?.children ?? [], 'measured');
        return found !== undefined && says.test(found.description ?? '') ? found : undefined;
      });
    const streams = (fits: (count: number) => boolean) =>
      when(test.signal, engine.onDidChange, () => (fits(engine.streams) ? true : undefined));

    assert.doesNotMatch((await measured(/running/)).description ?? '', /%/);
    assert.equal(engine.streams, 0);

    await vscode.commands.executeCommand('gantry.container.usageShow');
    await measured(/\d %.* · \d[\d.]* [kM]?B/);
    assert.ok(engine.streams > 0);

    await vscode.commands.executeCommand('workbench.view.explorer');
    await streams((count) => count === 0);
    await vscode.commands.executeCommand(`${view}.focus`);
    await streams((count) => count > 0);
    await measured(/%/);

    await vscode.commands.executeCommand('gantry.container.usageHide');
    await streams((count) => count === 0);
    await measured(/^[^%]*$/);
  });
});
