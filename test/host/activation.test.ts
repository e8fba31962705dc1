import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateGantry } from '../support/gantry.ts';
import { before, describe, it } from '../support/hostSuite.ts';

describe('activation', () => {
  before(activateGantry);

  it('registers every command that the manifest names', async () => {
    const extension = vscode.extensions.getExtension('gantry.gantry');
    const named: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands;
    const registered = await vscode.commands.getCommands(true);
    const commands = new Set(named.map(({ command }) => command));
    assert.ok(commands.size > 0);
    assert.deepEqual(
      [...commands].filter((command) => !registered.includes(command)),
      [],
    );
  });

  it('gives each contributed view rows to show', async () => {
    const api = await activateGantry();
    const extension = vscode.extensions.getExtension('gantry.gantry');
    const views: readonly { readonly id: string; readonly name: string }[] =
      extension?.packageJSON.contributes.views.gantry;
    assert.deepEqual(
      views.map(({ name }) => name),
      ['Containers', 'Images', 'Networks', 'Volumes', 'Swarm', 'Hosts'],
    );
    for (const { id } of views) {
      assert.ok(Array.isArray(api.view(id)?.rows), id);
      await vscode.commands.executeCommand(`${id}.focus`);
    }
    assert.equal(api.view('gantry.nothing'), undefined);
  });
});
