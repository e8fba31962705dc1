import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { activateGantry, rowNamed, whenView } from '../support/gantry.ts';
import { describe, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, worldCgroup } from '../support/inWorld.ts';
import { killEngine } from '../support/worldEngine.ts';

const view = 'gantry.containers';

describe('an engine that goes away', () => {
  // On a shared machine the engine is not ours to kill; scripts/test.ts names what a world is needed for.
  if (worldCgroup === undefined) return;

  it('leaves what was last known, and what it did meanwhile shows when it is back', async (test) => {
    const api = await activateGantry();
    await vscode.commands.executeCommand(`${view}.focus`);
    await importBusybox(defaultSocket);
    const id = await createTestContainer(defaultSocket, { name: 'kept' });
    await whenView(api, view, test.signal, ({ rows }) => rowNamed(rows, 'kept'));

    const engine = await killEngine();
    const message = await whenView(api, view, test.signal, (shown) => shown.message);
    assert.match(message, /^Disconnected/);
    assert.ok(rowNamed(api.view(view)?.rows ?? [], 'kept'), 'the rows are kept');

    await engine.restart();
    await removeTestContainer(defaultSocket, id);
    await createTestContainer(defaultSocket, { name: 'new-one', start: false });
    const rows = await whenView(api, view, test.signal, (shown) =>
      shown.message === undefined && rowNamed(shown.rows, 'new-one') ? shown.rows : undefined,
    );
    assert.equal(rowNamed(rows, 'kept'), undefined);
  });
});
