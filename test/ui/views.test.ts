import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { dockerCli } from '../support/dockerCli.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { killEngine } from '../support/worldEngine.ts';
import { fillEngine } from './fullEngine.ts';
import { uiSuite } from './uiSuite.ts';
import type { Workbench } from './workbench.ts';

const titles = ['Containers', 'Images', 'Networks', 'Volumes', 'Swarm', 'Hosts'] as const;

const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'gantry.networks.showBuiltin': false,
};

uiSuite('the views', { settings }, (test) => {
  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    engineCall(defaultSocket, method, path, body);

  /** All, also what other suites have left. */
  async function removeImages(): Promise<void> {
    const images = await call('GET', '/images/json');
    assert.ok(Array.isArray(images));
    for (const { Id } of images) await call('DELETE', `/images/${Id}?force=1`);
  }

  test('say in a message why a command failed', async (workbench, after) => {
    const { row, openSidebar, chooseFromMenu, message } = workbench;
    await openSidebar();
    await showAlone(workbench, 'Containers');
    const id = await createTestContainer(defaultSocket, {
      name: 'startless',
      command: ['/nonsense'],
      start: false,
    });
    after(() => removeTestContainer(defaultSocket, id));
    await chooseFromMenu(row('Containers', /^startless/), 'Start');
    await (await message(/“Start” failed\. startless: /)).waitFor();
    await workbench.photograph('a command that failed');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  test('say what they are for while they are empty', async (workbench, after) => {
    const { page, view, row, openSidebar } = workbench;
    await page.setViewportSize({ width: 1280, height: 1000 });
    await openSidebar();
    await removeImages();
    after(() => importBusybox(defaultSocket));
    const words = {
      Containers: 'There are no containers.',
      Images: 'There are no images.',
      Networks: 'There are no networks but the engine’s own.',
      Volumes: 'There are no volumes.',
      Swarm: 'This engine is not part of a',
    };
    for (const [title, text] of Object.entries(words)) {
      await showAlone(workbench, title);
      await view(title).getByText(text).waitFor();
      assert.equal(await view(title).getByRole('treeitem').count(), 0);
      await photographSidebar(workbench, `view ${title} empty`);
    }
    await showAlone(workbench, 'Hosts');
    await row('Hosts', /^Host default, in use, Docker .*, 0 of 0 running, 0 images/).waitFor();
    await photographSidebar(workbench, 'view Hosts empty');
    for (const title of titles) await workbench.unfold(title);
    await workbench.photograph('views empty');
  });

  test('show all that there is, in the dark and in the light', async (workbench, after) => {
    const { page, row, openSidebar, runCommand } = workbench;
    const docker = dockerCli(`${homedir()}/.docker`);
    docker.run('context', 'create', 'staging', '--docker', 'host=ssh://deploy@staging.example');
    after(async () => docker.run('context', 'rm', '--force', 'staging'));
    await page.setViewportSize({ width: 1280, height: 1000 });
    await openSidebar();
    await fillEngine(after);
    await showAlone(workbench, 'Containers');
    await row('Containers', /^Compose project shop, /).waitFor();
    const web = row('Containers', /^shop-web-1, healthy/);
    await web.waitFor();
    await web.locator('.monaco-tl-twistie').click();
    await row('Containers', /^Port 80\/tcp of the container, published as 8080/).waitFor();
    await row('Containers', /^Mount at \/srv, \/tmp · read-only/).waitFor();
    await row('Containers', /^Network shop_default, 172\./).waitFor();
    await row('Containers', /^Depends on db, which is running/).waitFor();
    await row('Containers', /^failed, exited/).waitFor();
    await row('Containers', /^quiet, paused/).waitFor();
    await photographSidebar(workbench, 'view Containers full');

    await showAlone(workbench, 'Images');
    await row('Images', /^Repository registry\.example\/shop\/web, 2 tags/).waitFor();
    const image = row('Images', /^Image busybox:latest, .* 4 containers/);
    await image.locator('.monaco-tl-twistie').click();
    await row('Images', /Imported from/i)
      .first()
      .waitFor();
    await photographSidebar(workbench, 'view Images full');

    await showAlone(workbench, 'Networks');
    await row('Networks', /^Network shop_default, .*2 containers/)
      .locator('.monaco-tl-twistie')
      .click();
    await row('Networks', /^Container shop-db-1, 172\./).waitFor();
    await photographSidebar(workbench, 'view Networks full');

    await showAlone(workbench, 'Volumes');
    await row('Volumes', /^Volume shop_data, shop-db-1/)
      .locator('.monaco-tl-twistie')
      .click();
    await row('Volumes', /^Container shop-db-1, running, at \/var\/lib\/data/).waitFor();
    await photographSidebar(workbench, 'view Volumes full');

    await showAlone(workbench, 'Swarm');
    await row('Swarm', /leader/).waitFor();
    await photographSidebar(workbench, 'view Swarm full');

    await showAlone(workbench, 'Hosts');
    await row('Hosts', /^Host staging, /).waitFor();
    await row('Hosts', /^Host default, in use, .*swarm manager, 2 of 4 running/).click();
    await photographSidebar(workbench, 'view Hosts full');

    for (const title of titles) await workbench.unfold(title);
    await workbench.photograph('views full');
    await runCommand('Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs').waitFor();
    await workbench.photograph('views full in the light');
    await page.setViewportSize({ width: 640, height: 1000 });
    await workbench.photograph('views full and narrow');
    await page.setViewportSize({ width: 1280, height: 1000 });
    await runCommand('Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs-dark').waitFor();

    for (const [title, label] of [
      ['Containers', /^shop-web-1, healthy/],
      ['Containers', /^failed, exited/],
      ['Containers', /^Compose project shop/],
      ['Containers', /^Port 80/],
      ['Containers', /^Mount at \/srv/],
      ['Images', /^Image busybox:latest/],
      ['Images', /^Repository busybox/],
      ['Networks', /^Network shop_default/],
      ['Networks', /^Container shop-db-1/],
      ['Volumes', /^Volume shop_data/],
      ['Swarm', /leader/],
      ['Hosts', /^Host default/],
      ['Hosts', /^Host staging/],
    ] as const) {
      await showAlone(workbench, title);
      await row(title, label).first().click({ button: 'right' });
      const menu = page.locator('.monaco-menu');
      await menu.waitFor();
      const items = await menu.getByRole('menuitem').allInnerTexts();
      assert.ok(items.length <= 22, `Too many in the menu of ${label}: ${items.join(', ')}`);
      assert.equal(new Set(items).size, items.length, `Twice in the menu of ${label}: ${items.join(', ')}`);
      await workbench.photograph(`menu of ${title} ${label.source}`);
      await page.keyboard.press('Escape');
    }
  });

  test('keep what was known while the engine is away, and say why there is nothing in a window opened then', async (workbench, after) => {
    const { page, view, row, openSidebar } = workbench;
    await page.setViewportSize({ width: 1280, height: 1000 });
    await openSidebar();
    await fillEngine(after);
    for (const title of titles) await workbench.unfold(title);
    await row('Containers', /^shop-db-1, running/).waitFor();
    await row('Volumes', /^Volume notes/).waitFor();
    const engine = await killEngine();
    for (const title of ['Containers', 'Images', 'Networks', 'Volumes', 'Swarm']) {
      await showAlone(workbench, title);
      await view(title).getByText('Disconnected: shown as last known.').waitFor();
      await photographSidebar(workbench, `view ${title} stale`);
    }
    await showAlone(workbench, 'Hosts');
    await row('Hosts', /^Host default, in use, No answer: /).waitFor();
    await photographSidebar(workbench, 'view Hosts disconnected');
    for (const title of titles) await workbench.unfold(title);
    await workbench.photograph('views stale');
    await page.reload();
    await page.getByRole('tab', { name: 'Gantry' }).waitFor();
    await view('Containers').getByText('Nothing answers where the Docker engine should').waitFor();
    for (const title of ['Images', 'Networks', 'Volumes', 'Swarm'])
      await view(title).getByText('No Docker engine answers: see Containers.').waitFor();
    await workbench.photograph('views disconnected');
    await engine.restart();
    await row('Containers', /^shop-db-1, exited/).waitFor();
    await row('Volumes', /^Volume notes/).waitFor();
  });

  test('show the first object in the place of the welcome, and the welcome after the last', async (workbench, after) => {
    const { page, view, row, openSidebar, unfold } = workbench;
    await openSidebar();
    await page.setViewportSize({ width: 1280, height: 1000 });
    for (const title of titles) await unfold(title);
    const empty = {
      containers: view('Containers').getByText('There are no containers.'),
      networks: view('Networks').getByText('There are no networks but'),
      volumes: view('Volumes').getByText('There are no volumes.'),
    };
    const all = (state: 'visible' | 'hidden') =>
      Promise.all(Object.values(empty).map((welcome) => welcome.waitFor({ state })));
    for (let round = 1; round <= 4; round++) {
      // Every second time while the window is about to ask for its first rows.
      if (round % 2 === 1) {
        await page.reload();
        await page.getByRole('tab', { name: 'Gantry' }).waitFor();
        await view('Containers').waitFor();
      } else await all('visible');
      const id = await createTestContainer(defaultSocket, { name: `first-${round}` });
      after(() => removeTestContainer(defaultSocket, id).catch(() => undefined));
      await call('POST', '/networks/create', { Name: `net-${round}` });
      await call('POST', '/volumes/create', { Name: `vol-${round}` });
      await row('Containers', `first-${round}`).waitFor();
      await row('Networks', new RegExp(`^Network net-${round},`)).waitFor();
      await row('Volumes', new RegExp(`^Volume vol-${round},`)).waitFor();
      await all('hidden');
      await removeTestContainer(defaultSocket, id);
      await call('DELETE', `/networks/net-${round}`);
      await call('DELETE', `/volumes/vol-${round}`);
      await row('Containers', `first-${round}`).waitFor({ state: 'detached' });
      await all('visible');
    }
    await removeImages();
    after(() => importBusybox(defaultSocket));
    await view('Images').getByText('There are no images.').waitFor();
    await importBusybox(defaultSocket);
    await row('Images', /^Repository busybox,/).waitFor();
  });
});

/** Shuts the other views, so that one has all the room. */
async function showAlone({ fold, unfold }: Workbench, title: string): Promise<void> {
  await unfold(title);
  for (const other of titles) if (other !== title) await fold(other);
}

function photographSidebar({ page, photograph }: Workbench, name: string): Promise<string> {
  return photograph(name, page.locator('.part.sidebar'));
}
