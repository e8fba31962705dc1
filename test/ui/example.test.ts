import { copyFile } from 'node:fs/promises';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { rootFolder } from '../support/lab.ts';
import { uiSuite } from './uiSuite.ts';

const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'editor.minimap.enabled': false };

uiSuite('the example', { folder: `${rootFolder}examples/voting`, settings }, (test) => {
  test('is built, runs and is shown: the picture in the README', async (workbench, after) => {
    const { page, openExplorer, openSidebar, file, chooseFromMenu, answer, terminal, row, photograph } =
      workbench;
    const run = async (options: Parameters<typeof createTestContainer>[1]) => {
      const id = await createTestContainer(defaultSocket, options);
      after(() => removeTestContainer(defaultSocket, id));
    };
    const addresses = { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' };
    await engineCall(defaultSocket, 'POST', '/swarm/init', addresses);
    after(() => engineCall(defaultSocket, 'POST', '/swarm/leave?force=1'));

    await openExplorer();
    await file('Dockerfile').dblclick();
    await page.locator('.monaco-editor.focused .view-line').first().waitFor();
    await chooseFromMenu(file('Dockerfile'), 'Build Image…');
    await answer('voting/result:1.0.0');
    await terminal.getByText('Built voting/result:1.0.0').waitFor();
    for (const [service, port] of Object.entries({ vote: 8080, result: 8081 })) {
      await run({
        name: `voting-${service}-1`,
        image: 'voting/result:1.0.0',
        command: ['httpd', '-f', '-p', '8080', '-h', '/srv'],
        ports: { '8080/tcp': port },
        labels: { 'com.docker.compose.project': 'voting', 'com.docker.compose.service': service },
      });
    }
    await run({ name: 'scratchpad', start: false });

    await openSidebar();
    await row('Containers', /^voting-vote-1, (running, )?healthy/).waitFor();
    await row('Containers', /^voting-result-1, (running, )?healthy/).waitFor();
    await row('Containers', /^scratchpad, created/).waitFor();
    await row('Images', /^Repository voting\/result,/).waitFor();
    await workbench.unfold('Swarm');
    await row('Swarm', /leader/i).waitFor();
    await page.locator('.codelens-decoration').getByText('Build').first().waitFor();

    // What a person types wrong is underlined.
    await page.locator('.editor-instance .view-line').getByText('WORKDIR').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('\nENV API_TOKEN=s3cret');
    await page.locator('.squiggly-warning').first().waitFor();
    // Half-typed it was another mistake.
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
    // The tab counts a little later.
    await page.waitForFunction(
      "getComputedStyle(document.querySelector('.tab.active .monaco-icon-label'), '::after').content === '\"1\"'",
    );
    const photo = await photograph('the example');
    if (process.env.GANTRY_WRITE_SCREENSHOT !== undefined)
      await copyFile(photo, `${rootFolder}media/screenshot.png`);
  });
});
