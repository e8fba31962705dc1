import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FileTarget } from '../../src/commands/command.ts';
import { dockerfileBuild } from '../../src/commands/dockerfileBuild.ts';
import { dockerfileBuildAndRun } from '../../src/commands/dockerfileBuildAndRun.ts';
import { imagePrune } from '../../src/commands/imagePrune.ts';
import { imageRemove } from '../../src/commands/imageRemove.ts';
import { imageRun } from '../../src/commands/imageRun.ts';
import { imageRunInteractive } from '../../src/commands/imageRunInteractive.ts';
import { imageTag } from '../../src/commands/imageTag.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Container, ContainerState } from '../../src/engine/kinds/container.ts';
import { type ImageReference, imageReferences } from '../../src/engine/kinds/image.ts';
import { commandContext } from '../support/commandContext.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

describe('commands on images', { ...needsWorld, timeout: 180_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gantry-images-'));
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  function person(answers: Answers = {}) {
    const ui = recordingUi(answers);
    return { ui, context: commandContext({ ui, engine }) };
  }

  /** Resolves when the inventory has it. */
  async function imageCalled(reference: string): Promise<ImageReference> {
    const find = () =>
      engine.inventory
        .list('image')
        .flatMap(imageReferences)
        .find((image) => image.reference === reference);
    await until(engine.inventory, () => find() !== undefined);
    const image = find();
    assert.ok(image);
    return image;
  }

  function goneIs(reference: string): Promise<void> {
    return until(
      engine.inventory,
      (now) =>
        !now
          .list('image')
          .flatMap(imageReferences)
          .some((image) => image.reference === reference),
    );
  }

  /** A Dockerfile in a folder of its own. */
  function dockerfile(name: string, ...lines: readonly string[]): FileTarget {
    mkdirSync(join(folder, name));
    const path = join(folder, name, 'Dockerfile');
    writeFileSync(path, `${lines.join('\n')}\n`);
    return { uri: `file://${path}`, path, workspaceFolder: folder };
  }

  /** Builds it with the tag that is proposed; resolves to the image. */
  async function built(file: FileTarget, tag: string): Promise<ImageReference> {
    const { context } = person({ input: ({ value }) => value, terminal: createTerminal().io });
    await dockerfileBuild.run(file, context);
    return await imageCalled(tag);
  }

  /** A container that was made of the image, once it is in this state. */
  async function containerOf(image: string, state: ContainerState): Promise<Container> {
    const find = () =>
      engine.inventory.list('container').find((one) => one.image === image && one.state === state);
    await until(engine.inventory, () => find() !== undefined);
    const container = find();
    assert.ok(container);
    return container;
  }

  test('build a Dockerfile, and remember its tag', async () => {
    const file = dockerfile('My App', 'FROM busybox', 'COPY Dockerfile /copied');
    const terminal = createTerminal();
    const { ui, context } = person({ input: () => 'renamed:1', terminal: terminal.io });
    await dockerfileBuild.run(file, context);
    assert.equal(ui.inputs[0]?.value, 'my-app:latest');
    await imageCalled('renamed:1');
    assert.match(terminal.output, /COPY Dockerfile \/copied/);
    assert.deepEqual(ui.found.get(`build:${file.path}`), []);
    await dockerfileBuild.run(file, context);
    assert.equal(ui.inputs[1]?.value, 'renamed:1');
  });

  test('make a failed step a problem at its line, which goes with the next success', async () => {
    const file = dockerfile('broken', 'FROM busybox', '', 'RUN exit 7');
    const { ui, context } = person({ input: ({ value }) => value, terminal: createTerminal().io });
    await assert.rejects(dockerfileBuild.run(file, context), /^Error: Dockerfile, line 3: .*exit code: 7/);
    const [problem] = ui.found.get(`build:${file.path}`) ?? [];
    assert.equal(problem?.line, 2);
    assert.equal(problem?.path, file.path);
    writeFileSync(file.path, 'FROM busybox\n');
    await dockerfileBuild.run(file, context);
    assert.deepEqual(ui.found.get(`build:${file.path}`), []);
  });

  test('cancel a build by Ctrl-C or by closing its terminal, and say nothing of it', async () => {
    for (const end of ['type', 'close'] as const) {
      const file = dockerfile(`slow-${end}`, 'FROM busybox', 'RUN echo begun-it; sleep 1000');
      const terminal = createTerminal();
      const { ui, context } = person({ input: ({ value }) => value, terminal: terminal.io });
      const building = dockerfileBuild.run(file, context);
      await terminal.shown(/\bbegun-it\r?\n/);
      if (end === 'type') terminal.type('\x03');
      else terminal.close();
      await building;
      assert.deepEqual(ui.said, []);
      assert.equal(ui.found.size, 0);
    }
  });

  test('build up to a stage, in the context that the setting names', async () => {
    const file = dockerfile('stages', 'FROM busybox AS base', 'COPY shared.txt /', 'FROM base', 'RUN exit 1');
    writeFileSync(join(folder, 'shared.txt'), 'shared');
    const ui = recordingUi({ input: ({ value }) => value, terminal: createTerminal().io });
    const context = commandContext({ ui, engine, settings: { 'gantry.build.context': '.' } });
    await dockerfileBuild.run({ ...file, target: 'base' }, context);
    await imageCalled('stages:base');
  });

  test('build and run, and say where the ports are', async () => {
    const file = dockerfile(
      'server',
      'FROM busybox',
      'EXPOSE 8123 53/udp',
      'STOPSIGNAL SIGKILL',
      'CMD sleep 1000',
    );
    const { ui, context } = person({ input: ({ value }) => value, terminal: createTerminal().io });
    await dockerfileBuildAndRun.run(file, context);
    const { name } = await containerOf('server:latest', 'running');
    assert.deepEqual(ui.said, [
      `server:latest runs as ${name}, ports 8123 at http://localhost:8123 and 53/udp at 53.`,
    ]);
  });

  test('run on another port where a container or a process of the host has the same', async () => {
    const said = async (image: ImageReference) => {
      const { ui, context } = person();
      await imageRun.run([image], context);
      return ui.said[0] ?? '';
    };
    const portOf = (words: string) => /localhost:(\d+)/.exec(words)?.[1];
    const again = await said(await imageCalled('server:latest'));
    assert.match(again, /8123 at http:\/\/localhost:\d+/);
    assert.notEqual(portOf(again), '8123');
    const server = createServer().listen(8124);
    try {
      const file = dockerfile('taken', 'FROM busybox', 'EXPOSE 8124', 'STOPSIGNAL SIGKILL', 'CMD sleep 1000');
      const taken = await said(await built(file, 'taken:latest'));
      assert.match(taken, /8124 at http:\/\/localhost:\d+/);
      assert.notEqual(portOf(taken), '8124');
    } finally {
      server.close();
    }
    await until(engine.inventory, (now) => !now.list('container').some(({ state }) => state === 'created'));
  });

  test('leave nothing of a run that could not start, and warn of one that ended at once', async () => {
    const ended = await built(dockerfile('ends', 'FROM busybox', 'CMD exit 3'), 'ends:latest');
    const { ui, context } = person();
    await imageRun.run([ended], context);
    await containerOf('ends:latest', 'exited');
    assert.match(ui.said[0] ?? '', /^ends:latest (runs as|was started as .* ended at once with exit code 3)/);
    const broken = await built(dockerfile('absent', 'FROM busybox', 'CMD ["/absent"]'), 'absent:latest');
    await assert.rejects(imageRun.run([broken], person().context), /^Error: absent:latest: .*\/absent/);
    const left = (await engineCall(socketPath, 'GET', '/containers/json?all=1')) as readonly {
      readonly Image: string;
    }[];
    assert.deepEqual(
      left.filter(({ Image }) => Image === 'absent:latest'),
      [],
    );
  });

  test('run in a terminal, and leave no container behind', async () => {
    const busybox = await imageCalled('busybox:latest');
    for (const end of ['type', 'close'] as const) {
      const terminal = createTerminal();
      const running = imageRunInteractive.run([busybox], person({ terminal: terminal.io }).context);
      await terminal.shown(/#/);
      terminal.type('echo $((6 * 7))\n');
      await terminal.shown(/42/);
      if (end === 'type') terminal.type('exit\n');
      else terminal.close();
      await running;
      await until(
        engine.inventory,
        (now) => !now.list('container').some(({ image }) => image === 'busybox:latest'),
      );
    }
  });

  test('tag an image, and move a tag only when told to', async () => {
    const [one, two] = [await imageCalled('ends:latest'), await imageCalled('taken:latest')];
    await imageTag.run([one], person({ input: () => 'registry.test:5000/team/app' }).context);
    const tag = 'registry.test:5000/team/app:latest';
    assert.equal((await imageCalled(tag)).id, one.id);
    const { ui, context } = person({ input: () => tag, confirm: () => undefined });
    await imageTag.run([two], context);
    assert.match(ui.questions[0]?.message ?? '', /is the name of another image\. Move it to taken:latest\?/);
    assert.equal((await imageCalled(tag)).id, one.id);
    await imageTag.run([two], person({ input: () => tag, confirm: () => 'Move Tag' }).context);
    await until(engine.inventory, () => engine.inventory.get('image', two.id)?.tags.includes(tag) === true);
  });

  test('remove one tag of several, then all, and the image with them', async () => {
    const file = dockerfile('many', 'FROM busybox', 'RUN echo many > /many');
    await built(file, 'many:latest');
    for (const tag of ['many:1', 'many:2']) {
      await imageTag.run([await imageCalled('many:latest')], person({ input: () => tag }).context);
      await imageCalled(tag);
    }
    const one = person({ confirm: () => 'Remove Tag' });
    await imageRemove.run([await imageCalled('many:1')], one.context);
    assert.match(
      one.ui.questions[0]?.detail ?? '',
      /one name of an image that has others: many:2 and many:latest/,
    );
    await goneIs('many:1');
    const all = person({ confirm: () => 'Remove Image and All Its Tags' });
    await imageRemove.run([await imageCalled('many:2')], all.context);
    await goneIs('many:latest');
    await goneIs('many:2');
  });

  test('say who uses an image, force only when told to, and never what can’t be forced', async () => {
    const image = await built(dockerfile('used', 'FROM busybox', 'RUN echo used > /used'), 'used:latest');
    const id = await createTestContainer(socketPath, {
      name: 'user-of-it',
      image: 'used:latest',
      start: false,
    });
    await until(engine.inventory, (now) => now.get('container', id) !== undefined);
    const careful = person({ confirm: ({ actions }) => (actions[0] === 'Remove' ? 'Remove' : undefined) });
    await imageRemove.run([image], careful.context);
    assert.ok(engine.inventory.get('image', image.id));
    assert.match(careful.ui.questions[0]?.detail ?? '', /Used by user-of-it \(created\)\./);
    assert.match(careful.ui.questions[1]?.detail ?? '', /must force/);
    await engineCall(socketPath, 'POST', `/containers/${id}/start`);
    await until(engine.inventory, (now) => now.get('container', id)?.state === 'running');
    // Forced, the engine takes the tag alone, as the container runs on its image.
    await imageRemove.run([image], person({ confirm: ({ actions }) => actions[0] }).context);
    await until(engine.inventory, (now) => now.get('image', image.id)?.tags.length === 0);
    const untagged = await imageCalled(image.id);
    const running = person({ confirm: () => 'Remove' });
    await assert.rejects(imageRemove.run([untagged], running.context), /cannot be forced/);
    assert.equal(running.ui.questions.length, 1);
    await removeTestContainer(socketPath, id);
    await imageRemove.run([untagged], person({ confirm: () => 'Remove' }).context);
    await goneIs(image.id);
  });

  test('prune the images without a tag, after naming them', async () => {
    const file = dockerfile('again', 'FROM busybox', 'RUN echo one > /again');
    const first = await built(file, 'again:latest');
    writeFileSync(file.path, 'FROM busybox\nRUN echo two > /again\n');
    await built(file, 'again:latest');
    await until(engine.inventory, (now) => now.get('image', first.id)?.tags.length === 0);
    const { ui, context } = person({ pick: () => 'Images without a tag', confirm: () => 'Remove' });
    await imagePrune.run(context);
    assert.match(ui.questions[0]?.detail ?? '', new RegExp(first.id.slice(7, 19)));
    await until(engine.inventory, (now) => now.get('image', first.id) === undefined);
    await imageCalled('again:latest');
    assert.match(ui.said[0] ?? '', /^Removed unused images, which freed \d/);
  });

  test('prune by label, after showing which fit', async () => {
    const write = (name: string) => `RUN dd if=/dev/zero of=/${name} bs=1000 count=500 2> /dev/null`;
    await built(dockerfile('fits', 'FROM busybox', 'LABEL team=x', write('fits')), 'fits:latest');
    await built(dockerfile('stays', 'FROM busybox', 'LABEL team=y', write('stays')), 'stays:latest');
    const { ui, context } = person({
      pick: () => 'By age and label…',
      form: ({ preview }) => {
        assert.match(preview ?? '', /^stays:latest {2}2\.\d\d MB/m);
        return { labels: [{ name: 'team', value: 'x' }] };
      },
      confirm: () => 'Remove',
    });
    await imagePrune.run(context);
    // What it shares with busybox, 2 MB, stays.
    assert.match(ui.questions[0]?.message ?? '', /^Remove 1 unused image\? This frees up to 500 kB\.$/);
    assert.match(ui.questions[0]?.detail ?? '', /^fits:latest\.\n/);
    await goneIs('fits:latest');
    // The build cache keeps it.
    assert.deepEqual(ui.said, ['Removed unused images, which freed 0 B.']);
    await imageCalled('stays:latest');
    const hour = person({ pick: () => 'By age and label…', form: () => ({ age: 1, unit: 'hours' }) });
    await imagePrune.run(hour.context);
    assert.deepEqual(hour.ui.said, ['There is no such image.']);
  });

  test('say what was built on an image, which stays', async () => {
    for (const [from, to] of [
      ['busybox', 'base'],
      ['base', 'child'],
    ] as const) {
      const id = await createTestContainer(socketPath, { name: `of-${from}`, image: from, start: false });
      await engineCall(socketPath, 'POST', `/commit?container=${id}&repo=${to}`);
      await removeTestContainer(socketPath, id);
    }
    const [base] = await Promise.all([imageCalled('base:latest'), imageCalled('child:latest')]);
    const { ui, context } = person({ confirm: () => 'Remove' });
    await imageRemove.run([base], context);
    assert.match(ui.questions[0]?.detail ?? '', /built on it and stay, with its layers: child:latest\.$/);
    await goneIs('base:latest');
    await imageCalled('child:latest');
  });
});
