import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { ApiRow } from '../../src/vscode/api.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { dockerCli } from '../support/dockerCli.ts';
import { activateGantry, rowNamed, whenView } from '../support/gantry.ts';
import { before, describe, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, worldCgroup } from '../support/inWorld.ts';

const view = 'gantry.hosts';

describe('the hosts', () => {
  // Elsewhere the contexts are a person's own; scripts/test.ts names what a world is needed for.
  if (worldCgroup === undefined) return;
  const docker = dockerCli(`${homedir()}/.docker`);
  before(async () => {
    await importBusybox(defaultSocket);
    await vscode.commands.executeCommand(`${view}.focus`);
  });

  it('come with a context of the CLI’s, are shown side by side, and go', async (test) => {
    const api = await activateGantry();
    const hostRow = (name: string, description: RegExp) =>
      whenView(api, view, test.signal, ({ rows }) => {
        const row = rowNamed(rows, name);
        return row !== undefined && description.test(row.description ?? '') ? row : undefined;
      });
    const containers = (find: (rows: readonly ApiRow[]) => boolean) =>
      whenView(api, 'gantry.containers', test.signal, ({ rows }) => (find(rows) ? rows : undefined));
    const labels = (rows: readonly ApiRow[]) => rows.map(({ label }) => label).join(' ');

    await hostRow('default', /^in use · .*\d+ of \d+ running/);
    docker.run('context', 'create', 'second', '--docker', `host=unix://${defaultSocket}`);
    test.after(() => vscode.commands.executeCommand('gantry.host.followCli'));
    const id = await createTestContainer(defaultSocket, { name: 'on-both' });
    test.after(() => removeTestContainer(defaultSocket, id));

    await vscode.commands.executeCommand('gantry.host.connect', await hostRow('second', /./));
    const both = await containers((rows) => rows.every((row) => rowNamed(row.children, 'on-both')));
    assert.equal(labels(both), 'default second');

    // What is done to a row is done on the row's host.
    await vscode.commands.executeCommand(
      'gantry.container.pause',
      rowNamed(both[1]?.children ?? [], 'on-both'),
    );
    await containers((rows) =>
      rows.every((row) => /paused/i.test(rowNamed(row.children, 'on-both')?.description ?? '')),
    );

    await vscode.commands.executeCommand('gantry.host.use', await hostRow('second', /running/));
    await hostRow('second', /^in use/);
    await containers(
      (rows) => rowNamed(rows, 'on-both') !== undefined && !/default|second/.test(labels(rows)),
    );

    docker.run('context', 'rm', 'second');
    await hostRow('second', /^in use · No answer: .*no longer in the docker CLI’s store/);
    await vscode.commands.executeCommand('gantry.host.followCli');
    await hostRow('default', /^in use · .*\d+ of \d+ running/);
    assert.equal(rowNamed(api.view(view)?.rows ?? [], 'second'), undefined);
  });
});
