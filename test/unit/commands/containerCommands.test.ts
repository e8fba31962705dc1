import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerCopyId } from '../../../src/commands/containerCopyId.ts';
import { containerNameProblem } from '../../../src/commands/containerNameProblem.ts';
import { containerOpenInBrowser } from '../../../src/commands/containerOpenInBrowser.ts';
import { containerRemove } from '../../../src/commands/containerRemove.ts';
import { containerRename } from '../../../src/commands/containerRename.ts';
import { containerUpdate } from '../../../src/commands/containerUpdate.ts';
import type { Container } from '../../../src/engine/kinds/container.ts';
import { commandContext } from '../../support/commandContext.ts';
import { container, facts, plainInventory } from '../../support/plainInventory.ts';
import { recordingUi } from '../../support/recordingUi.ts';

describe('Remove…', () => {
  async function questionOf(...containers: readonly Container[]) {
    const ui = recordingUi({ confirm: () => undefined });
    await containerRemove.run(containers, commandContext({ ui }));
    const [question] = ui.questions;
    assert.ok(question);
    return question;
  }

  test('asks plainly for one that does not run', async () => {
    const { message, detail, actions } = await questionOf(container({ state: 'exited' }));
    assert.equal(message, 'Remove web?');
    assert.match(detail ?? '', /lost; volumes are kept/);
    assert.deepEqual(actions, ['Remove']);
  });

  test('says that one runs, and offers to stop it before or to force it', async () => {
    const { detail, actions } = await questionOf(container());
    assert.match(detail ?? '', /^It is running\. Stopping lets its processes finish; forcing kills them/);
    assert.deepEqual(actions, ['Stop and Remove', 'Force Remove']);
  });

  test('names all, says which run, and offers to leave those', async () => {
    const { message, detail, actions } = await questionOf(
      container({ name: 'a' }),
      container({ name: 'b', state: 'exited' }),
      container({ name: 'c', state: 'paused' }),
    );
    assert.equal(message, 'Remove 3 containers?');
    assert.match(detail ?? '', /^a, b and c\.\na and c still run\. Stopping lets their processes finish/);
    assert.deepEqual(actions, ['Remove the 1 Stopped', 'Stop and Remove All', 'Force Remove All']);
  });
});

test('a container’s name is held to the engine’s grammar', () => {
  for (const name of ['web', 'A1', 'a_b.c-d', '0x'])
    assert.equal(containerNameProblem(name), undefined, name);
  assert.match(containerNameProblem('') ?? '', /needs a name/);
  assert.match(containerNameProblem('a b') ?? '', /no spaces/);
  assert.match(containerNameProblem('a/b') ?? '', /“\/” is none of them/);
  assert.match(containerNameProblem('grün') ?? '', /“ü” is none of them/);
  assert.match(containerNameProblem('a🐳') ?? '', /“🐳” is none of them/);
  assert.match(containerNameProblem('-a') ?? '', /begins with/);
  assert.match(containerNameProblem('a') ?? '', /two characters/);
});

describe('Rename…', () => {
  const inventory = plainInventory({ containers: [container(), container({ name: 'db' })] });
  const rename = (name: string | undefined) =>
    containerRename.run([container()], commandContext({ ui: recordingUi({ input: () => name }), inventory }));

  test('refuses a name that another container has', async () => {
    await assert.rejects(rename('db'), { message: 'Another container has this name.' });
  });

  test('leaves the engine alone when dismissed, or when the name stays', async () => {
    await rename(undefined);
    await rename('web');
  });
});

describe('Open in Browser', () => {
  const one = { privatePort: 80, protocol: 'tcp', publicPort: 8080, ip: '0.0.0.0' } as const;

  test('opens the only port without asking', async () => {
    const ui = recordingUi();
    const ports = [one, { ...one, ip: '::' }, { ...one, protocol: 'udp', publicPort: 53 }] as const;
    await containerOpenInBrowser.run([container({ ports })], commandContext({ ui }));
    assert.deepEqual(ui.opened, ['http://localhost:8080']);
  });

  test('asks which of several, on the host that the engine is on', async () => {
    const offered: string[] = [];
    const ui = recordingUi({
      pick(choices) {
        offered.push(...choices.map(({ label }) => label));
        return 'https://build.example.com:8443';
      },
    });
    const ports = [one, { privatePort: 443, protocol: 'tcp', publicPort: 8443 }] as const;
    const endpoint = { kind: 'tcp', host: 'build.example.com', port: 2375 } as const;
    await containerOpenInBrowser.run([container({ ports })], commandContext({ ui, endpoint }));
    assert.deepEqual(offered, ['http://build.example.com:8080', 'https://build.example.com:8443']);
    assert.deepEqual(ui.opened, ['https://build.example.com:8443']);
  });

  test('opens nothing when dismissed', async () => {
    const ui = recordingUi({ pick: () => undefined });
    const ports = [one, { ...one, publicPort: 81 }];
    await containerOpenInBrowser.run([container({ ports })], commandContext({ ui }));
    assert.deepEqual(ui.opened, []);
  });
});

test('Copy Id copies one a line', async () => {
  const ui = recordingUi();
  await containerCopyId.run([container({ id: 'x' }), container({ id: 'y' })], commandContext({ ui }));
  assert.deepEqual(ui.copied, ['x\ny']);
});

test('Change Limits… says where an engine has no such thing', async () => {
  const { capabilities } = facts();
  const lacking = facts({ capabilities: { ...capabilities, containerUpdate: false } });
  const inventory = plainInventory({ facts: lacking });
  const running = containerUpdate.run([container()], commandContext({ ui: recordingUi(), inventory }));
  await assert.rejects(running, /can’t change the limits .* Recreate with Changes can\./);
});
