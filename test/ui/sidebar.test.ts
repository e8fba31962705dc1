import assert from 'node:assert/strict';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('the side bar', {}, (test) => {
  test('follows a container that is started, renamed and removed outside', async ({ row, openSidebar }) => {
    await openSidebar();
    await row('Images', /^Repository busybox,/).waitFor();
    const id = await createTestContainer(defaultSocket, { name: 'outsider' });
    await row('Containers', 'outsider').waitFor();
    await engineCall(defaultSocket, 'POST', `/containers/${id}/rename?name=insider`);
    await row('Containers', 'insider').waitFor();
    assert.equal(await row('Containers', 'outsider').count(), 0);
    await removeTestContainer(defaultSocket, id);
    await row('Containers', 'insider').waitFor({ state: 'detached' });
  });

  test('offers to make a swarm where there is none', async ({ page, openSidebar, unfold }) => {
    await openSidebar();
    await unfold('Swarm');
    await page.getByRole('button', { name: 'Initialise a swarm' }).waitFor();
  });

  test('stops and removes a container by its menu', async ({
    row,
    openSidebar,
    chooseFromMenu,
    pressInDialog,
  }) => {
    await openSidebar();
    const id = await createTestContainer(defaultSocket, { name: 'short-lived' });
    await chooseFromMenu(row('Containers', /^short-lived, running/), 'Stop');
    await row('Containers', /^short-lived, exited/).waitFor();
    await chooseFromMenu(row('Containers', 'short-lived'), 'Remove…');
    await pressInDialog('Remove');
    await row('Containers', 'short-lived').waitFor({ state: 'detached' });
    await assert.rejects(engineCall(defaultSocket, 'GET', `/containers/${id}/json`), /404/);
  });

  test('opens a shell in a container', async ({ row, openSidebar, chooseFromMenu, terminal, page }) => {
    await openSidebar();
    const id = await createTestContainer(defaultSocket, { name: 'host-of-a-shell' });
    await chooseFromMenu(row('Containers', /^host-of-a-shell, running/), 'Open Shell');
    await terminal.getByText('#').first().waitFor();
    await page.keyboard.type('echo $((6 * 7))-is-it\n');
    await terminal.getByText('42-is-it').waitFor();
    await page.keyboard.type('exit\n');
    await removeTestContainer(defaultSocket, id);
  });
});
