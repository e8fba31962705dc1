import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/vscode/api.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall, engineRequest } from '../support/engineRequest.ts';
import { activateGantry, rowNamed, whenView } from '../support/gantry.ts';
import { before, describe, type HostTest, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';

const view = 'gantry.containers';

describe('containers', () => {
  let api: Api;
  before(async () => {
    api = await activateGantry();
    await importBusybox(defaultSocket);
    await vscode.commands.executeCommand(`${view}.focus`);
  });

  /** A container that is gone after the test. */
  const container = async (test: HostTest, options: Parameters<typeof createTestContainer>[1]) => {
    const id = await createTestContainer(defaultSocket, options);
    test.after(() => removeTestContainer(defaultSocket, id));
    return id;
  };
  const row = (test: HostTest, label: string, description = '') =>
    whenView(api, view, test.signal, ({ rows }) => {
      const found = rowNamed(rows, label);
      return found?.description?.includes(description) ? found : undefined;
    });
  const stateOf = async (id: string) => {
    const answer = await engineCall(defaultSocket, 'GET', `/containers/${id}/json`);
    return (answer as { readonly State: { readonly Status: string } }).State.Status;
  };

  it('shows what happens outside of the editor', async (test) => {
    const id = await createTestContainer(defaultSocket, { name: 'outside', start: false });
    const created = await row(test, 'outside', 'created');
    await engineCall(defaultSocket, 'POST', `/containers/${id}/start`);
    await row(test, 'outside', 'running');
    await engineCall(defaultSocket, 'POST', `/containers/${id}/rename?name=renamed`);
    const renamed = await row(test, 'renamed', 'running');
    assert.equal(renamed.key, created.key, 'a row keeps its key for as long as its object lives');
    await removeTestContainer(defaultSocket, id);
    await whenView(
      api,
      view,
      test.signal,
      ({ rows }) => rowNamed(rows, 'renamed') === undefined || undefined,
    );
  });

  it('groups the containers of a Compose project', async (test) => {
    const labels = { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'web' };
    await container(test, { name: 'shop-web-1', labels });
    const web = await row(test, 'web-1');
    const shop = await row(test, 'shop');
    assert.deepEqual(
      shop.children.map(({ key }) => key),
      [web.key],
    );
  });

  it('runs commands on the row that it is given, whatever state its object has come to', async (test) => {
    const id = await container(test, { name: 'alone' });
    const alone = await row(test, 'alone', 'running');
    const steps = [
      ['pause', 'paused'],
      ['unpause', 'running'],
      ['restart', 'running'],
      ['stop', 'exited'],
      ['start', 'running'],
      ['kill', 'exited'],
    ] as const;
    for (const [command, state] of steps) {
      await vscode.commands.executeCommand(`gantry.container.${command}`, alone);
      assert.equal(await stateOf(id), state, command);
      await row(test, 'alone', state);
    }
  });

  it('runs a command on all selected rows that it fits', async (test) => {
    const ids = [
      await container(test, { name: 'first' }),
      await container(test, { name: 'second' }),
      await container(test, { name: 'third', start: false }),
    ];
    const rows = await Promise.all([
      row(test, 'first', 'running'),
      row(test, 'second', 'running'),
      row(test, 'third', 'created'),
    ]);
    await vscode.commands.executeCommand('gantry.container.stop', rows[0], rows);
    assert.deepEqual(await Promise.all(ids.map(stateOf)), ['exited', 'exited', 'created']);
  });

  it('leaves an object alone that a command does not fit any more, or that is gone', async (test) => {
    const id = await container(test, { name: 'changing', start: false });
    const changing = await row(test, 'changing', 'created');
    await vscode.commands.executeCommand('gantry.container.stop', changing);
    assert.equal(await stateOf(id), 'created');
    await vscode.commands.executeCommand('gantry.container.start', { ...changing, key: 'container:none' });
    await vscode.commands.executeCommand('gantry.container.start', { ...changing, host: 'another' });
    assert.equal(await stateOf(id), 'created');
  });

  it('outlives a command that the engine refuses', async (test) => {
    const id = await container(test, { name: 'broken', command: ['/no/such/program'], start: false });
    await vscode.commands.executeCommand('gantry.container.start', await row(test, 'broken', 'created'));
    assert.equal(await stateOf(id), 'created');
  });

  it('opens what the engine says as a read-only JSON document', async (test) => {
    const id = await container(test, { name: 'inspected' });
    await vscode.commands.executeCommand('gantry.container.inspect', await row(test, 'inspected', 'running'));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.uri.scheme, 'gantry-inspect');
    assert.equal(document.languageId, 'json');
    assert.equal(JSON.parse(document.getText()).Id, id);
    assert.equal(vscode.workspace.fs.isWritableFileSystem('gantry-inspect'), undefined);

    await engineRequest(defaultSocket, 'POST', `/containers/${id}/rename?name=inspected-again`);
    const renamed = await row(test, 'inspected-again');
    await vscode.commands.executeCommand('gantry.container.inspect', renamed);
    assert.equal(
      JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? '').Name,
      '/inspected-again',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('copies names to the clipboard', async (test) => {
    await container(test, { name: 'copied' });
    await vscode.commands.executeCommand('gantry.container.copyName', await row(test, 'copied'));
    assert.equal(await vscode.env.clipboard.readText(), 'copied');
  });
});
