import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe, it } from '../support/hostSuite.ts';

describe('activation', () => {
  it('activates in a real editor', async () => {
    const extension = vscode.extensions.getExtension('gantry.gantry');
    assert.ok(extension, 'the editor does not know the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that the manifest names', async () => {
    const extension = vscode.extensions.getExtension('gantry.gantry');
    assert.ok(extension);
    await extension.activate();
    const named: readonly { readonly command: string }[] = extension.packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      named.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
