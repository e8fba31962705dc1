import assert from 'node:assert/strict';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { uiSuite } from './uiSuite.ts';

uiSuite('rows that change', {}, (test) => {
  const project = (name: string) => ({ 'com.docker.compose.project': name });
  const act = (id: string, verb: string) => engineCall(defaultSocket, 'POST', `/containers/${id}/${verb}`);

  test('leave what is collapsed collapsed, and what is selected selected', async (workbench, after) => {
    const { row, openSidebar } = workbench;
    const create = async (name: string, group: string) => {
      const id = await createTestContainer(defaultSocket, { name, labels: project(group) });
      after(() => removeTestContainer(defaultSocket, id));
      return id;
    };
    await openSidebar();
    const hidden = await create('closed-a-1', 'closed');
    const seen = await create('open-a-1', 'open');
    await row('Containers', /^Compose project closed,/).click();
    await row('Containers', /^closed-a-1, /).waitFor({ state: 'detached' });
    await row('Containers', /^open-a-1, running/).click();
    await act(hidden, 'stop');
    await act(seen, 'pause');
    await create('closed-b-1', 'closed');
    const paused = row('Containers', /^open-a-1, paused/);
    await paused.waitFor();
    await row('Containers', /^Compose project closed, 1\/2 running/).waitFor();
    assert.equal(await paused.getAttribute('aria-selected'), 'true');
    assert.equal(await row('Containers', /^Compose project closed,/).getAttribute('aria-expanded'), 'false');
    assert.equal(await row('Containers', /^closed-[ab]-1, /).count(), 0);
    await act(seen, 'unpause');
  });

  test('can be acted on together', async ({ row, openSidebar, chooseFromMenu }, after) => {
    await openSidebar();
    for (const name of ['both-one', 'both-two']) {
      const id = await createTestContainer(defaultSocket, { name });
      after(() => removeTestContainer(defaultSocket, id));
    }
    await row('Containers', /^both-one, running/).click();
    await row('Containers', /^both-two, running/).click({ modifiers: ['Control'] });
    await chooseFromMenu(row('Containers', /^both-two, running/), 'Stop');
    await row('Containers', /^both-one, exited/).waitFor();
    await row('Containers', /^both-two, exited/).waitFor();
  });

  test('show names as they are, whatever is in them', async ({ page, row, openSidebar }, after) => {
    await openSidebar();
    const name = '<script>document.title="x"</script> $(alert) **ünï** | `code`';
    const id = await createTestContainer(defaultSocket, { name: 'odd-one', labels: project(name) });
    after(() => removeTestContainer(defaultSocket, id));
    const group = row('Containers', /^Compose project <script>/);
    await group.getByText(name).first().waitFor();
    const tooltip = page.locator('.workbench-hover').getByText(name).first();
    // A row that is drawn again under the mouse closes its tooltip: a person points at it again.
    for (let shown = false; !shown; ) {
      await page.mouse.move(800, 400);
      await group.hover();
      shown = await tooltip.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }
    assert.notEqual(await page.title(), 'x');
  });

  test('are 300, one of them in a crash loop, and stay where they are', async (workbench, after) => {
    const { row, openSidebar } = workbench;
    await openSidebar();
    const numbers = Array.from({ length: 300 }, (_, index) => String(index).padStart(3, '0'));
    for (const number of numbers) {
      const options = { name: `many-${number}`, start: false, labels: project('many') };
      const id = await createTestContainer(defaultSocket, options);
      after(() => removeTestContainer(defaultSocket, id));
    }
    const crashing = await createTestContainer(defaultSocket, {
      name: 'crash-loop',
      command: ['false'],
      start: false,
    });
    after(() => removeTestContainer(defaultSocket, crashing));
    await engineCall(defaultSocket, 'POST', `/containers/${crashing}/update`, {
      RestartPolicy: { Name: 'always' },
    });
    await act(crashing, 'start');
    await row('Containers', /^Compose project many, 0\/300 running/).waitFor();
    await row('Containers', /^Compose project many,/).click();
    await row('Containers', /^crash-loop, (restarting|running)/).waitFor();
    const late = await createTestContainer(defaultSocket, { name: 'late-one' });
    after(() => removeTestContainer(defaultSocket, late));
    await row('Containers', /^late-one, running/).click();
    await act(late, 'stop');
    assert.equal(await row('Containers', /^late-one, exited/).getAttribute('aria-selected'), 'true');
    assert.equal(await row('Containers', /^Compose project many,/).getAttribute('aria-expanded'), 'false');
  });
});
