import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('a Dockerfile', {}, (test) => {
  test('is built by its menu, and the image appears by itself', async (workbench) => {
    const { openExplorer, openSidebar, chooseFromMenu, file, answer, terminal, row } = workbench;
    await openExplorer();
    await chooseFromMenu(file('Dockerfile'), 'Build Image…');
    await answer('seen/by-eye:1.0');
    await terminal.getByText('seen/by-eye:1.0').first().waitFor();
    await openSidebar();
    await row('Images', /^Repository seen\/by-eye,/).waitFor();
    await engineCall(defaultSocket, 'GET', '/images/seen/by-eye:1.0/json');
  });

  test('whose step fails shows the failure at its line', async (workbench) => {
    const { openExplorer, chooseFromMenu, file, answer, terminal, problems } = workbench;
    await openExplorer();
    await chooseFromMenu(file('broken.Dockerfile'), 'Build Image…');
    await answer('never/built');
    await terminal.getByText('It has ended with exit code 1').waitFor();
    const rows = await problems();
    await rows.filter({ hasText: /Ln 2/ }).waitFor();
  });

  test('has its mistakes underlined while typing', async (workbench) => {
    const { page, openExplorer, file, problems } = workbench;
    await openExplorer();
    await file('Dockerfile').dblclick();
    const editor = page.locator('.editor-instance').last();
    await editor.getByText('WORKDIR').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nCOPPY a b\n');
    await editor.locator('.squiggly-error').first().waitFor();
    const rows = await problems();
    await rows.filter({ hasText: /COPPY/ }).first().waitFor();
  });
});
