import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateGantry, when } from '../support/gantry.ts';
import { after, before, describe, type HostTest, it } from '../support/hostSuite.ts';

const [folder] = vscode.workspace.workspaceFolders ?? [];

describe('language features', () => {
  before(activateGantry);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** A file of the workspace with this text, open; `$0` is cut out and is where the cursor is. */
  const open = async (test: HostTest, name: string, text: string) => {
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text.replace('$0', '')));
    test.after(() => vscode.workspace.fs.delete(uri));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return { document, uri, cursor: document.positionAt(Math.max(0, text.indexOf('$0'))) };
  };
  const diagnostics = (test: HostTest, uri: vscode.Uri) =>
    when(test.signal, vscode.languages.onDidChangeDiagnostics, () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
  const completions = async (uri: vscode.Uri, cursor: vscode.Position) => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      cursor,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };
  const lenses = (uri: vscode.Uri) =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);

  it('underlines what is wrong in a Dockerfile', async (test) => {
    const { uri } = await open(test, 'wrong.Dockerfile', 'FROM busybox\nRUNN echo\n');
    const [first] = await diagnostics(test, uri);
    assert.equal(first?.range.start.line, 1);
    assert.match(first?.message ?? '', /RUNN/);
  });

  it('underlines what is wrong in a Compose file', async (test) => {
    const text = 'services:\n  web:\n    image: busybox\n    depends_on: [db]\n';
    const { uri } = await open(test, 'docker-compose.wrong.yml', text);
    const found = await diagnostics(test, uri);
    assert.ok(found.some(({ range, message }) => range.start.line === 3 && message.includes('db')));
  });

  it('completes instructions, and the keys of services', async (test) => {
    const dockerfile = await open(test, 'half.Dockerfile', 'FROM busybox\nHEALTH$0\n');
    const instructions = await completions(dockerfile.uri, dockerfile.cursor);
    assert.ok(instructions.includes('HEALTHCHECK'), instructions.join(', '));

    const compose = await open(test, 'docker-compose.half.yml', 'services:\n  web:\n    imag$0\n');
    const keys = await completions(compose.uri, compose.cursor);
    assert.ok(keys.includes('image'), keys.join(', '));
  });

  it('puts a lens on each stage and each service that runs a command of ours', async (test) => {
    const dockerfile = await open(test, 'stages.Dockerfile', 'FROM busybox AS one\n\nFROM one AS two\n');
    const stages = await lenses(dockerfile.uri);
    assert.deepEqual(
      stages.map(({ range, command }) => [range.start.line, command?.command]),
      [
        [0, 'gantry.dockerfile.build'],
        [2, 'gantry.dockerfile.build'],
      ],
    );
    const compose = await open(test, 'docker-compose.lenses.yml', 'services:\n  web:\n    image: busybox\n');
    const services = await lenses(compose.uri);
    assert.deepEqual(
      services.map(({ command }) => command?.command),
      ['gantry.compose.up', 'gantry.compose.up'],
    );
  });
});
