import assert from 'node:assert/strict';
import { removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('a form', { settings: { 'workbench.colorTheme': 'Default Dark Modern' } }, (test) => {
  test('is filled in, says what is wrong, keeps all when it fails, and does it', async (workbench, after) => {
    const { page, openSidebar, row, runCommand, photograph } = workbench;
    await openSidebar();
    await row('Images', /^Repository busybox,/).waitFor();
    await runCommand('Gantry: Create Container…');
    const form = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const submit = form.getByRole('button', { name: 'Create', exact: true });

    // The first field has the focus.
    await form.locator('#field-image:focus').waitFor();
    await page.keyboard.type('busybox:no-such-tag');
    const preview = form.locator('pre');
    await preview.getByText('busybox:no-such-tag').waitFor();

    await field('Name').fill('no good name');
    await field('Name').blur();
    await form.getByText('has no spaces').waitFor();
    await submit.click();
    await form.locator('#field-name:focus').waitFor();
    await photograph('a form that says what is wrong');
    await field('Name').fill('by-form');
    await form.getByText('has no spaces').waitFor({ state: 'hidden' });

    await form.getByRole('button', { name: 'Add Port' }).click();
    await form.getByLabel('In the container, row 1').fill('80');
    await page.keyboard.press('Enter');
    await form.getByLabel('In the container, row 2').waitFor();
    await form.getByRole('button', { name: 'Remove' }).last().click();
    await preview.getByText('80').first().waitFor();

    await page.keyboard.press('Control+Enter');
    await form
      .getByRole('alert')
      .getByText(/is not on this engine, and can’t be pulled/)
      .waitFor();
    await photograph('a form after a failure');
    assert.equal(await field('Name').inputValue(), 'by-form');

    await form.locator('#field-image').fill('busybox:latest');
    await form.locator('#field-command').fill('sleep 1000');
    await submit.click();
    await row('Containers', /^by-form, /).waitFor();
    const container: unknown = JSON.parse(
      JSON.stringify(await engineCall(defaultSocket, 'GET', '/containers/by-form/json')),
    );
    after(() => removeTestContainer(defaultSocket, 'by-form'));
    assert.partialDeepStrictEqual(container, {
      Config: { Image: 'busybox:latest', Cmd: ['sleep', '1000'] },
      HostConfig: { PortBindings: { '80/tcp': [{}] } },
    });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  });
});
