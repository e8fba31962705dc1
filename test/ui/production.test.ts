import assert from 'node:assert/strict';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('a host in production', { settings: { 'gantry.hosts.production': ['default'] } }, (test) => {
  test('loses nothing before its name was typed', async (workbench, after) => {
    const { message, row, openSidebar, chooseFromMenu, pressInDialog, answer } = workbench;
    await openSidebar();
    const id = await createTestContainer(defaultSocket, { name: 'precious', start: false });
    after(() => removeTestContainer(defaultSocket, id).catch(() => undefined));
    const precious = row('Containers', /^precious/);

    await chooseFromMenu(precious, 'Remove…');
    await pressInDialog('Remove');
    await answer('defautl');
    await (await message(/is not the name/)).waitFor();
    await engineCall(defaultSocket, 'GET', `/containers/${id}/json`);

    await chooseFromMenu(precious, 'Remove…');
    await pressInDialog('Remove');
    await answer('default');
    await precious.waitFor({ state: 'detached' });
    await assert.rejects(engineCall(defaultSocket, 'GET', `/containers/${id}/json`), /404/);
  });
});
