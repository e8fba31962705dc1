import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { containerLogsTogether } from '../../src/commands/containerLogsTogether.ts';
import { containerPrune } from '../../src/commands/containerPrune.ts';
import { groupLogs } from '../../src/commands/groupLogs.ts';
import { groupRemove } from '../../src/commands/groupRemove.ts';
import { groupRestart } from '../../src/commands/groupRestart.ts';
import { groupStart } from '../../src/commands/groupStart.ts';
import { groupStop } from '../../src/commands/groupStop.ts';
import type { ContainerGroup } from '../../src/commands/selection.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Container } from '../../src/engine/kinds/container.ts';
import { commandContext } from '../support/commandContext.ts';
import { createTestContainer } from '../support/containers.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { containerNamed, until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

describe('commands on groups of containers', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;

  before(async () => {
    own = await startOwnEngine();
    ({ engine } = own);
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  function person(answers: Answers = {}) {
    const ui = recordingUi(answers);
    return { ui, context: commandContext({ ui, engine }) };
  }

  /** A service's container, not started; `needs`: the services that it depends on. */
  async function service(
    project: string,
    name: string,
    needs: readonly string[] = [],
    command?: readonly string[],
  ) {
    const id = await createTestContainer(own.socketPath, {
      name: `${project}-${name}-1`,
      start: false,
      labels: {
        'com.docker.compose.project': project,
        'com.docker.compose.service': name,
        'com.docker.compose.container-number': '1',
        'com.docker.compose.depends_on': needs.map((need) => `${need}:service_started:false`).join(','),
      },
      ...(command === undefined ? {} : { command }),
    });
    await until(engine.inventory, (now) => now.get('container', id) !== undefined);
    return id;
  }

  function members(project: string): readonly Container[] {
    return engine.inventory.list('container').filter((container) => container.project === project);
  }

  /** The row of a project, of which the view shows the first container alone. */
  function group(project: string): ContainerGroup {
    return {
      kind: 'group',
      id: `project:${project}`,
      name: project,
      by: 'project',
      containers: members(project).slice(0, 1),
    };
  }

  const become = (project: string, state: string) =>
    until(engine.inventory, () => members(project).every((container) => container.state === state));

  /** The names of a project's containers in the order in which this happens to them. */
  function order(project: string, state: string) {
    const seen: string[] = [];
    const changes = engine.inventory.onDidChange(() => {
      for (const { name, state: now } of members(project))
        if (now === state && !seen.includes(name)) seen.push(name);
    });
    return { seen, [Symbol.dispose]: () => changes[Symbol.dispose]() };
  }

  test('start and stop in the order of dependencies, also those that the view hides', async () => {
    await service('shop', 'web', ['api']);
    await service('shop', 'db');
    await service('shop', 'api', ['db']);
    await service('other', 'bystander');
    using started = order('shop', 'running');
    await groupStart.run([group('shop')], person().context);
    await become('shop', 'running');
    assert.deepEqual(started.seen, ['shop-db-1', 'shop-api-1', 'shop-web-1']);
    await groupRestart.run([group('shop')], person().context);
    await become('shop', 'running');
    using stopped = order('shop', 'exited');
    await groupStop.run([group('shop')], person().context);
    await become('shop', 'exited');
    assert.deepEqual(stopped.seen, ['shop-web-1', 'shop-api-1', 'shop-db-1']);
    assert.equal(containerNamed(engine.inventory, 'other-bystander-1')?.state, 'created');
  });

  test('do what can be done, and say once what could not', async () => {
    await service('partly', 'broken', [], ['/no/such/program']);
    await service('partly', 'sound');
    await assert.rejects(groupStart.run([group('partly')], person().context), {
      message: /^1 of 2\. partly-broken-1: .*\/no\/such\/program/,
    });
    await until(engine.inventory, (now) => containerNamed(now, 'partly-sound-1')?.state === 'running');
  });

  test('remove all after saying what goes and what runs', async () => {
    await service('going', 'idle');
    await service('going', 'busy');
    const busy = group('going').containers[0];
    assert.ok(busy);
    await groupStart.run([{ ...group('going'), by: 'other', containers: [busy] }], person().context);
    await until(engine.inventory, (now) => now.get('container', busy.id)?.state === 'running');
    const dismissed = person({ confirm: () => undefined });
    await groupRemove.run([group('going')], dismissed.context);
    assert.equal(members('going').length, 2);
    const { ui, context } = person({ confirm: () => 'Stop and Remove' });
    await groupRemove.run([group('going')], context);
    const [question] = ui.questions;
    assert.equal(question?.message, 'Remove the 2 containers of going?');
    assert.match(
      question?.detail ?? '',
      new RegExp(`^going-(idle|busy)-1 and .*\\nStill running: ${busy.name}\\.`),
    );
    assert.deepEqual(question?.actions, ['Stop and Remove', 'Force Remove']);
    await until(engine.inventory, () => members('going').length === 0);
    assert.ok(members('shop').length > 0);
  });

  test('show the output of a project, and of containers that were selected', async () => {
    await service('talk', 'one', [], ['sh', '-c', 'echo from-one; exec sleep 1000000']);
    const row = group('talk');
    const terminal = createTerminal();
    const { ui, context } = person({ terminal: terminal.io });
    const reading = groupLogs.run([row], context);
    await service('talk', 'two', [], ['sh', '-c', 'echo from-two; exec sleep 1000000']);
    await groupStart.run([row], person().context);
    await terminal.shown(/from-one/);
    await terminal.shown(/from-two/);
    assert.match(stripVTControlCharacters(terminal.output), /^one-1 +│ from-one/m);
    terminal.type('\x03');
    await reading;
    assert.deepEqual(ui.terminals, [{ name: 'talk logs' }]);
    const both = createTerminal();
    const together = person({ terminal: both.io });
    const following = containerLogsTogether.run(members('talk'), together.context);
    await both.shown(/from-one/);
    await both.shown(/from-two/);
    assert.match(stripVTControlCharacters(both.output), /^talk-one-1 +│ from-one/m);
    both.close();
    await following;
    assert.deepEqual(together.ui.terminals, [{ name: '2 containers logs' }]);
    await groupRemove.run([row], person({ confirm: () => 'Force Remove' }).context);
  });

  test('prune by age and label what the page shows, and nothing else', async () => {
    const labelled = await createTestContainer(own.socketPath, {
      name: 'labelled',
      start: false,
      labels: { team: 'a' },
    });
    const other = await createTestContainer(own.socketPath, {
      name: 'labelled-b',
      start: false,
      labels: { team: 'b' },
    });
    await until(
      engine.inventory,
      (now) => now.get('container', labelled) !== undefined && now.get('container', other) !== undefined,
    );
    const old = person({ confirm: () => 'Filter…', form: () => ({ age: 1, unit: 'hours' }) });
    await containerPrune.run(old.context);
    assert.deepEqual(old.ui.said, ['No container fits.']);
    const { ui, context } = person({
      confirm: ({ actions }) => actions.find((action) => action === 'Filter…') ?? 'Remove',
      form: () => ({ labels: [{ name: 'team', value: 'a' }] }),
    });
    await containerPrune.run(context);
    assert.equal(ui.questions[1]?.message, 'Remove 1 stopped container? This frees 0 B.');
    assert.match(ui.questions[1]?.detail ?? '', /^labelled\.\n/);
    assert.deepEqual(ui.said, ['Removed 1 container, which freed 0 B.']);
    await until(engine.inventory, (now) => now.get('container', labelled) === undefined);
    assert.ok(engine.inventory.get('container', other));
    assert.match(ui.forms[0]?.preview ?? '', /^labelled {2}busybox {2}just now$/m);
  });
});
