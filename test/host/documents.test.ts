import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/api.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { activateGantry, rowNamed, when, whenView } from '../support/gantry.ts';
import { before, describe, type HostTest, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';

describe('JSON documents', () => {
  let api: Api;
  before(async () => {
    api = await activateGantry();
    await importBusybox(defaultSocket);
    await vscode.commands.executeCommand('gantry.containers.focus');
  });

  const made = async (test: HostTest, name: string) => {
    const id = await createTestContainer(defaultSocket, { name });
    test.after(() => removeTestContainer(defaultSocket, id).catch(() => undefined));
    const row = await whenView(api, 'gantry.containers', test.signal, ({ rows }) => rowNamed(rows, name));
    return { id, row };
  };
  const textWith = (test: HostTest, part: string) =>
    when(test.signal, vscode.workspace.onDidChangeTextDocument, () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.getText().includes(part) ? document : undefined;
    });

  it('follow what they are about, and say when it is gone', async (test) => {
    const { id, row } = await made(test, 'followed');
    await vscode.commands.executeCommand('gantry.container.inspect', row);
    const document = await textWith(test, '"Name": "/followed"');
    assert.equal(document.languageId, 'json');
    await engineCall(defaultSocket, 'POST', `/containers/${id}/rename?name=followed-on`);
    await textWith(test, '"Name": "/followed-on"');
    await removeTestContainer(defaultSocket, id);
    await whenView(
      api,
      'gantry.containers',
      test.signal,
      ({ rows }) => rowNamed(rows, 'followed-on') === undefined || undefined,
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['Removed. This is what it was.'],
    );
    assert.match(document.getText(), /"Name": "\/followed-on"/);
  });

  it('can be compared, their keys in the same order', async (test) => {
    const [left, right] = [await made(test, 'left'), await made(test, 'right')];
    await vscode.commands.executeCommand('gantry.container.compare', left.row, [left.row, right.row]);
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    const texts = await Promise.all(
      [tab.input.original, tab.input.modified].map(async (uri) =>
        (await vscode.workspace.openTextDocument(uri)).getText(),
      ),
    );
    assert.deepEqual(
      texts.map((text) => JSON.parse(text).Name),
      ['/left', '/right'],
    );
    for (const text of texts) {
      const keys = Object.keys(JSON.parse(text));
      assert.deepEqual(keys, [...keys].sort());
    }
  });
});
