import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { containerCreate } from '../../src/commands/containerCreate.ts';
import { imageHistoryShow } from '../../src/commands/imageHistoryShow.ts';
import { imageImport } from '../../src/commands/imageImport.ts';
import { imageLoad } from '../../src/commands/imageLoad.ts';
import { imagePull } from '../../src/commands/imagePull.ts';
import { imagePullAgain } from '../../src/commands/imagePullAgain.ts';
import { imageSave } from '../../src/commands/imageSave.ts';
import { layerCopyCommand } from '../../src/commands/layerCopyCommand.ts';
import { repositoryRemove } from '../../src/commands/repositoryRemove.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { pushImage } from '../../src/engine/images/pullImage.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
import { tagImage } from '../../src/engine/images/tagImage.ts';
import { imageReferences } from '../../src/engine/kinds/image.ts';
import { imagesView } from '../../src/views/images.ts';
import { commandContext } from '../support/commandContext.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { importBusybox } from '../support/images.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { needsRegistry, type Registry, startRegistry } from '../support/registry.ts';
import { viewOptions } from '../support/viewInput.ts';
import { connectTo, until } from './support/engine.ts';

describe('commands that move images', { ...needsRegistry, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  let registry: Registry;
  let folder: string;
  before(async () => {
    [daemon, registry] = await Promise.all([startDaemon(), startRegistry()]);
    await importBusybox(daemon.socketPath);
    engine = await connectTo(daemon.socketPath);
    folder = mkdtempSync(join(tmpdir(), 'gantry-image-commands-'));
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
    await registry?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const context = (answers: Answers) => {
    const ui = recordingUi(answers);
    return { ...commandContext({ ui, engine }), ui };
  };
  const find = (reference: string) =>
    engine.inventory
      .list('image')
      .flatMap(imageReferences)
      .find((image) => image.reference === reference);
  const imageCalled = async (reference: string) => {
    await until(engine.inventory, () => find(reference) !== undefined);
    const found = find(reference);
    assert.ok(found);
    return found;
  };

  test('an image is pulled by what is typed, and again, with progress', async () => {
    const reference = `${registry.host}/app:1`;
    await tagImage(engine, 'busybox:latest', { target: reference });
    await pushImage(engine, reference);
    await removeImage(engine, reference, {});
    await until(engine.inventory, () => find(reference) === undefined);
    const pulling = context({ form: () => ({ reference }) });
    await imagePull.run(pulling);
    assert.equal(pulling.ui.said[0], `${reference} was pulled.`);
    const image = await imageCalled(reference);
    const again = context({});
    await imagePullAgain.run([image], again);
    assert.deepEqual(again.ui.said, [`${reference} is up to date.`]);
    await removeImage(engine, reference, {});
    const creating = context({ form: () => ({ image: reference, name: 'of-pulled', start: false }) });
    await containerCreate.run(creating);
    assert.deepEqual(creating.ui.said, ['of-pulled was created.']);
    const missing = context({
      form: ({ error }) => (error ? undefined : { reference: `${registry.host}/none:1` }),
    });
    await imagePull.run(missing);
    assert.match(String(missing.ui.forms[1]?.error), /not found|manifest unknown/i);
    await assert.rejects(imagePull.run(context({ form: () => ({ reference: 'Not A Reference' }) })));
  });

  test('images are saved to a file, loaded from it, and imported', async () => {
    const file = join(folder, 'busybox.tar');
    const saving = context({ saveFile: () => file });
    await imageSave.run([await imageCalled('busybox:latest')], saving);
    assert.match(saving.ui.said[0] ?? '', /^busybox:latest was saved to .*busybox\.tar/);
    assert.ok(existsSync(file));
    const loading = context({ openFiles: () => [file] });
    await imageLoad.run(loading);
    assert.deepEqual(loading.ui.said, ['Loaded busybox:latest.']);
    const importing = context({ form: () => ({ file, reference: 'layers:1', changes: 'CMD ["x"]' }) });
    await imageImport.run(importing);
    assert.deepEqual(importing.ui.said, ['Imported as layers:1.']);
    await imageCalled('layers:1');
    await assert.rejects(
      imageImport.run(context({ form: () => ({ file, changes: 'FROM x' }) })),
      /no instruction that changes/,
    );
  });

  test('what an image was made by is below its row, and in a document', async () => {
    const [repository] = imagesView.rows(engine, viewOptions()).filter(({ label }) => label === 'layers');
    const [row] = repository?.children?.() ?? [];
    const [layer] = (await row?.load?.()) ?? [];
    assert.ok(layer?.object?.kind === 'layer');
    assert.match(layer.description ?? '', /MB$/);
    const copying = context({});
    await layerCopyCommand.run([layer.object], copying);
    assert.equal(copying.ui.copied.length, 1);
    const showing = context({});
    await imageHistoryShow.run([await imageCalled('layers:1')], showing);
    assert.equal(showing.ui.documents[0]?.title, 'layers:1 history');
    assert.ok(Array.isArray(showing.ui.documents[0]?.value));
  });

  test('a repository is removed with all its tags', async () => {
    await tagImage(engine, 'layers:1', { target: 'layers:2' });
    await imageCalled('layers:2');
    const [repository] = imagesView
      .rows(engine, viewOptions())
      .flatMap(({ object }) => (object?.kind === 'repository' && object.name === 'layers' ? object : []));
    assert.ok(repository);
    const removing = context({ confirm: () => 'Remove' });
    await repositoryRemove.run([repository], removing);
    assert.match(removing.ui.questions[0]?.detail ?? '', /layers:1 and layers:2/);
    await until(engine.inventory, () => find('layers:1') === undefined && find('layers:2') === undefined);
  });
});
