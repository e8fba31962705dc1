import type { Locator, Page } from 'playwright-core';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall, engineRequest } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('arranging the side bar', {}, (test) => {
  test('filters containers, says so, and shows all again from the row that says that none matches', async ({
    row,
    view,
    openSidebar,
    runCommand,
    answer,
  }, after) => {
    await openSidebar();
    for (const name of ['wanted', 'unwanted-1', 'unwanted-2']) {
      const id = await createTestContainer(defaultSocket, { name });
      after(() => removeTestContainer(defaultSocket, id));
      await row('Containers', name).waitFor();
    }
    // Its buttons are there while the mouse is over it.
    await view('Containers').hover();
    await view('Containers').getByRole('button', { name: 'Filter Containers…' }).click();
    await answer('wanted -unwanted');
    await view('Containers').getByText('1 of 3 · “wanted -unwanted”').waitFor();
    await row('Containers', 'unwanted-1').waitFor({ state: 'detached' });
    await row('Containers', 'wanted').waitFor();

    await view('Containers').hover();
    await view('Containers').getByRole('button', { name: 'Clear Filter of Containers' }).click();
    await row('Containers', 'unwanted-1').waitFor();
    await view('Containers')
      .getByRole('button', { name: 'Clear Filter of Containers' })
      .waitFor({ state: 'detached' });

    await runCommand('Gantry: Filter Containers…');
    await answer('no-such-name');
    await row('Containers', /^Nothing matches the filter/).click();
    await row('Containers', 'unwanted-2').waitFor();
    await view('Containers').getByText('no-such-name').waitFor({ state: 'detached' });
  });

  test('groups containers by another thing, and hides those that do not run', async ({
    row,
    openSidebar,
    runCommand,
    choice,
    view,
  }, after) => {
    await openSidebar();
    for (const start of [true, false]) {
      const id = await createTestContainer(defaultSocket, { name: start ? 'up' : 'down', start });
      after(() => removeTestContainer(defaultSocket, id));
    }
    await row('Containers', 'down').waitFor();
    await runCommand('Gantry: Group Containers By…');
    await choice(/^state, By state/).click();
    await row('Containers', /^State running,/).waitFor();
    await runCommand('Gantry: Show Running Containers Only');
    await row('Containers', 'down').waitFor({ state: 'detached' });
    await view('Containers').getByText('1 of 2 · running only').waitFor();
    await runCommand('Gantry: Show Stopped Containers Too');
    await row('Containers', 'down').waitFor();
  });

  test('puts a container into the network that it is dragged onto', async ({
    page,
    row,
    openSidebar,
    unfold,
  }, after) => {
    await openSidebar();
    await engineCall(defaultSocket, 'POST', '/networks/create', { Name: 'destination' });
    after(() => engineCall(defaultSocket, 'DELETE', '/networks/destination'));
    // Removed before the network, which an engine keeps while somebody is in it.
    const id = await createTestContainer(defaultSocket, { name: 'traveller' });
    after(() => removeTestContainer(defaultSocket, id));
    await unfold('Networks');
    const network = row('Networks', /^Network destination, .*unused/);
    await network.waitFor();

    await drag(page, row('Containers', 'traveller'), network);
    await row('Networks', /^Network destination, .*1 container/).waitFor();
  });

  test('builds the Dockerfile whose tab is dragged onto the images', async ({
    page,
    row,
    openSidebar,
    openExplorer,
    file,
    answer,
  }, after) => {
    await openExplorer();
    await file('Dockerfile').dblclick();
    const tab = page.getByRole('tab', { name: /^Dockerfile/ });
    await tab.waitFor();
    await openSidebar();
    const busybox = row('Images', /^Repository busybox,/);
    await busybox.waitFor();
    await drag(page, tab, busybox);
    await answer('dropped:here');
    after(() => engineRequest(defaultSocket, 'DELETE', '/images/dropped:here?force=1'));
    await row('Images', /^Repository dropped,/).waitFor();
  });
});

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover();
  // The first movement over it enters it, the second is over it.
  await to.hover({ position: { x: 40, y: 8 } });
  await page.mouse.up();
}
