import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ObjectCommand } from '../../src/commands/command.ts';
import { containerInspect } from '../../src/commands/containerInspect.ts';
import { containerKill } from '../../src/commands/containerKill.ts';
import { containerLogs } from '../../src/commands/containerLogs.ts';
import { containerPause } from '../../src/commands/containerPause.ts';
import { containerPrune } from '../../src/commands/containerPrune.ts';
import { containerRemove } from '../../src/commands/containerRemove.ts';
import { containerRename } from '../../src/commands/containerRename.ts';
import { containerRestart } from '../../src/commands/containerRestart.ts';
import { containerShell } from '../../src/commands/containerShell.ts';
import { containerStart } from '../../src/commands/containerStart.ts';
import { containerStop } from '../../src/commands/containerStop.ts';
import { containerUnpause } from '../../src/commands/containerUnpause.ts';
import { nodeInspect } from '../../src/commands/nodeInspect.ts';
import { statesOf } from '../../src/commands/selection.ts';
import { swarmInit } from '../../src/commands/swarmInit.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Container, ContainerState } from '../../src/engine/kinds/container.ts';
import { commandContext } from '../support/commandContext.ts';
import { createTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

describe('commands on containers', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  /** Creates one "outside"; resolves when the inventory has it. */
  async function created(options: Parameters<typeof createTestContainer>[1] = {}): Promise<Container> {
    const id = await createTestContainer(socketPath, options);
    const state = options.start === false ? 'created' : 'running';
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === state);
    return current(id);
  }

  function current(id: string): Container {
    const container = engine.inventory.get('container', id);
    assert.ok(container);
    return container;
  }

  async function become({ id }: Container, state: ContainerState): Promise<Container> {
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === state);
    return current(id);
  }

  function gone({ id }: Container): Promise<void> {
    return until(engine.inventory, () => engine.inventory.get('container', id) === undefined);
  }

  function person(answers: Answers = {}) {
    const ui = recordingUi(answers);
    return { ui, context: commandContext({ ui, engine }) };
  }

  /** As from its menu: only where the states allow it. */
  async function run(
    command: ObjectCommand<'container'>,
    container: Container,
    state: ContainerState,
  ): Promise<Container> {
    assert.ok(statesOf(container).some((one) => command.states?.some((wanted) => wanted === one)));
    await command.run([container], person().context);
    return await become(container, state);
  }

  test('take a container through its life, in each state that they are offered in', async () => {
    let it = await created({ start: false });
    it = await run(containerStart, it, 'running');
    it = await run(containerPause, it, 'paused');
    it = await run(containerUnpause, it, 'running');
    it = await run(containerPause, it, 'paused');
    it = await run(containerRestart, it, 'running');
    it = await run(containerPause, it, 'paused');
    it = await run(containerStop, it, 'exited');
    it = await run(containerStart, it, 'running');
    it = await run(containerPause, it, 'paused');
    it = await run(containerKill, it, 'exited');
    await containerRemove.run([it], person({ confirm: () => 'Remove' }).context);
    await gone(it);
  });

  test('end a container that restarts again and again', async () => {
    for (const command of [containerStop, containerKill]) {
      const { Id: id } = (await engineCall(socketPath, 'POST', '/containers/create', {
        Image: 'busybox',
        Cmd: ['false'],
        HostConfig: { RestartPolicy: { Name: 'always' } },
      })) as { readonly Id: string };
      await engineCall(socketPath, 'POST', `/containers/${id}/start`);
      await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'restarting');
      await run(command, current(id), 'exited');
      await containerRemove.run([current(id)], person({ confirm: () => 'Remove' }).context);
    }
  });

  test('do what can be done of several, and say once what could not', async () => {
    const broken = await created({ name: 'broken', command: ['/no/such/program'], start: false });
    const sound = await created({ name: 'sound', start: false });
    const starting = containerStart.run([broken, sound], person().context);
    await assert.rejects(starting, { message: /^1 of 2\. broken: .*\/no\/such\/program/ });
    await become(sound, 'running');
    const question = person({
      confirm: ({ actions }) => actions.find((action) => action.startsWith('Remove the')),
    });
    await containerRemove.run([current(broken.id), current(sound.id)], question.context);
    await gone(broken);
    assert.equal(current(sound.id).state, 'running');
    await containerRemove.run([current(sound.id)], person({ confirm: () => 'Force Remove' }).context);
    await gone(sound);
  });

  test('stop what runs, also what is paused, before it is removed', async () => {
    const running = await created({ name: 'runs' });
    const paused = await created({ name: 'pauses' });
    await containerPause.run([paused], person().context);
    await become(paused, 'paused');
    const question = person({ confirm: () => 'Stop and Remove' });
    await containerRemove.run([current(running.id), current(paused.id)], question.context);
    await gone(running);
    await gone(paused);
  });

  test('rename, and inspect under the new name', async () => {
    const before = await created();
    await containerRename.run([before], person({ input: () => 'new-name' }).context);
    await until(engine.inventory, () => current(before.id).name === 'new-name');
    const { ui, context } = person();
    await containerInspect.run([current(before.id)], context);
    assert.equal(ui.documents[0]?.title, 'new-name');
    assert.partialDeepStrictEqual(ui.documents[0]?.value, { Name: '/new-name' });
  });

  test('show logs and open a shell', async () => {
    const it = await created({
      name: 'talker',
      command: ['sh', '-c', 'echo hello from inside; exec sleep 1000'],
    });
    const logs = createTerminal();
    const reading = containerLogs.run([it], person({ terminal: logs.io }).context);
    await logs.shown(/hello from inside/);
    const shell = createTerminal();
    const { ui, context } = person({ terminal: shell.io });
    const typing = containerShell.run([it], context);
    await shell.shown(/#/);
    shell.type('kill -9 1; echo $((6 * 7))\n');
    await shell.shown(/42/);
    shell.type('exit 0\n');
    await typing;
    assert.deepEqual(ui.terminals, [{ name: 'talker' }]);
    await containerKill.run([it], person().context);
    await reading;
  });

  test('prune just what the question has named', async () => {
    const stopped = await created({ name: 'stopped', start: false });
    const running = await created({ name: 'still-running' });
    const late = await created({ name: 'late' });
    let stopping: Promise<unknown> | undefined;
    const { ui, context } = person({
      confirm(question) {
        assert.match(question.detail ?? '', /\bstopped\b/);
        assert.doesNotMatch(question.detail ?? '', /still-running|late/);
        stopping = engineCall(socketPath, 'POST', `/containers/${late.id}/kill`);
        return 'Remove';
      },
    });
    await containerPrune.run(context);
    await stopping;
    await gone(stopped);
    await become(late, 'exited');
    assert.equal(current(running.id).state, 'running');
    assert.match(ui.questions[0]?.message ?? '', /^Remove \d+ stopped containers?\? This frees \d/);
    assert.match(ui.said[0] ?? '', /^Removed \d+ containers?, which freed \d/);
  });

  test('say that there is nothing to prune', async () => {
    await containerPrune.run(person({ confirm: () => 'Remove' }).context);
    const { ui, context } = person();
    await containerPrune.run(context);
    assert.deepEqual(ui.said, ['There is no container that does not run.']);
  });

  test('make a swarm of this engine, by an address that was picked', async () => {
    const { context } = person({ pick: () => '127.0.0.1' });
    await swarmInit.run(context);
    await until(engine.inventory, (now) => now.swarm.manager && now.list('node').length === 1);
    const [node] = engine.inventory.list('node');
    assert.ok(node);
    const { ui, context: inspecting } = person();
    await nodeInspect.run([node], inspecting);
    assert.partialDeepStrictEqual(ui.documents[0]?.value, { ID: node.id });
    await assert.rejects(
      swarmInit.run(person({ pick: () => '127.0.0.1' }).context),
      /already part of a swarm/,
    );
  });
});
