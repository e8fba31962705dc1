import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { dockerCli } from '../support/dockerCli.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

const settings = { 'gantry.hosts.production': ['live'] };

uiSuite('the hosts', { settings }, (test) => {
  const docker = dockerCli(`${homedir()}/.docker`);
  const create = (name: string, address: string) =>
    docker.run('context', 'create', name, '--docker', `host=${address}`);

  test('are switched by a click on the status bar, and say why they do not answer', async (workbench, after) => {
    const { page, row, openSidebar, choice, chooseFromMenu, terminal, photograph } = workbench;
    create('away', 'tcp://127.0.0.1:9');
    create('live', `unix://${defaultSocket}`);
    after(async () => docker.run('context', 'rm', '--force', 'away', 'live'));
    const id = await createTestContainer(defaultSocket, { name: 'somewhere' });
    after(() => removeTestContainer(defaultSocket, id));
    await openSidebar();
    await row('Hosts', /^Host default, in use, Docker [\d.+a-z]+, 1 of 1 running/).waitFor();
    await row('Hosts', /^Host live, production/).waitFor();

    const status = page.locator('.statusbar-item', { hasText: /: (?:\d+ running|no answer)/ });
    await status.click();
    await choice(/^live/).click();
    await page.locator('.statusbar-item.error-kind', { hasText: 'live: 1 running' }).waitFor();
    await row('Hosts', /^Host live, in use, production, Docker .*, 1 of 1 running/).waitFor();
    assert.match(await photograph('hosts in production'), /png$/);

    await status.click();
    await choice(/^away/).click();
    await page.locator('.statusbar-item.warning-kind', { hasText: 'away: no answer' }).waitFor();
    await row('Hosts', /^Host away, in use, No answer: .*ECONNREFUSED/).waitFor();
    await photograph('hosts without an answer');
    await chooseFromMenu(row('Hosts', /^Host away/), 'Test Connection');
    await terminal.getByText('What to do: The host answers, but no engine').waitFor();

    await chooseFromMenu(row('Hosts', /^Host default/), 'Show Beside the One in Use');
    await row('Containers', /^Host default/).waitFor();
    await row('Containers', /^somewhere/).waitFor();
    await photograph('hosts side by side');
    await chooseFromMenu(row('Hosts', /^Host default/), 'Use in This Window');
    await row('Hosts', /^Host default, in use/).waitFor();
  });

  test('are made on a page, tried out before, and are the CLI’s then', async (workbench, after) => {
    const { page, row, openSidebar, photograph } = workbench;
    await openSidebar();
    await row('Hosts', /^Host default/).waitFor();
    await row('Hosts', /^Host default/).hover();
    await page.getByRole('button', { name: 'Create Context…' }).click();
    after(async () => docker.run('context', 'rm', '--force', 'by-page'));
    const form = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await form.locator('#field-name').fill('by-page');
    await form.getByLabel('Connection', { exact: true }).selectOption('tls');
    await form.getByLabel('Authority (ca.pem)').waitFor();
    await photograph('a context with TLS on its page');
    await form.getByLabel('Connection', { exact: true }).selectOption('socket');
    await form.getByLabel('Authority (ca.pem)').waitFor({ state: 'hidden' });
    await form.getByLabel('Address', { exact: true }).fill('/nonexistent.sock');
    await form.getByRole('button', { name: 'Test Connection' }).click();
    await form.getByText('✗ Socket').waitFor();
    await photograph('a context that does not pass its test');
    await form.getByLabel('Address', { exact: true }).fill(defaultSocket);
    await form.getByRole('button', { name: 'Test Connection' }).click();
    await form.getByText('✓ Engine').waitFor();
    await form.getByRole('button', { name: 'Create', exact: true }).click();
    await row('Hosts', /^Host by-page, unix:/).waitFor();
    assert.match(docker.run('context', 'ls'), /by-page/);
  });
});
