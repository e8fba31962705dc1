import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptProposals } from '../support/answerInput.ts';
import { engineRequest } from '../support/engineRequest.ts';
import { activateGantry, rowNamed, when, whenView } from '../support/gantry.ts';
import { after, before, describe, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';

const [folder] = vscode.workspace.workspaceFolders ?? [];

describe('building a Dockerfile', () => {
  before(async () => {
    await activateGantry();
    await importBusybox(defaultSocket);
  });
  after(() => {
    for (const terminal of vscode.window.terminals) terminal.dispose();
  });

  it('makes the image, which appears by itself', async (test) => {
    assert.ok(folder);
    const api = await activateGantry();
    const dockerfile = vscode.Uri.joinPath(folder.uri, 'Dockerfile');
    await acceptProposals(
      Promise.resolve(vscode.commands.executeCommand('gantry.dockerfile.build', dockerfile)),
      () => vscode.window.terminals.some(({ name }) => name.startsWith('Build ')),
    );
    const name = vscode.window.terminals
      .map((terminal) => terminal.name)
      .find((each) => each.startsWith('Build '));
    const [repository = '', tag = ''] = name?.slice('Build '.length).split(':') ?? [];
    test.after(() => engineRequest(defaultSocket, 'DELETE', `/images/${repository}:${tag}?force=1`));
    const group = await whenView(api, 'gantry.images', test.signal, ({ rows }) => rowNamed(rows, repository));
    assert.deepEqual(
      group.children.map(({ label }) => label),
      [tag],
    );
  });

  it('shows a step that fails as a problem at its line, until that line is edited', async (test) => {
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'api', 'Dockerfile');
    const problems = () =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'docker build');
    await acceptProposals(
      Promise.resolve(vscode.commands.executeCommand('gantry.dockerfile.build', { uri: uri.toString() })),
    );
    assert.deepEqual(
      problems().map(({ range }) => range.start.line),
      [1],
    );

    const document = await vscode.workspace.openTextDocument(uri);
    const above = new vscode.WorkspaceEdit();
    above.insert(uri, new vscode.Position(0, 0), '# above\n\n');
    await vscode.workspace.applyEdit(above);
    await when(test.signal, vscode.languages.onDidChangeDiagnostics, () =>
      problems().some(({ range }) => range.start.line === 3) ? true : undefined,
    );
    const within = new vscode.WorkspaceEdit();
    within.insert(uri, document.lineAt(3).range.end, ' # mended');
    await vscode.workspace.applyEdit(within);
    await when(test.signal, vscode.languages.onDidChangeDiagnostics, () =>
      problems().length === 0 ? true : undefined,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
