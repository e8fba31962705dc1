import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { containerAttach } from '../../src/commands/containerAttach.ts';
import { containerChanges } from '../../src/commands/containerChanges.ts';
import { containerCommit } from '../../src/commands/containerCommit.ts';
import { containerCopyFolderIn } from '../../src/commands/containerCopyFolderIn.ts';
import { containerCopyIn } from '../../src/commands/containerCopyIn.ts';
import { containerCopyOut } from '../../src/commands/containerCopyOut.ts';
import { containerExec } from '../../src/commands/containerExec.ts';
import { containerExport } from '../../src/commands/containerExport.ts';
import { containerTop } from '../../src/commands/containerTop.ts';
import { containerWait } from '../../src/commands/containerWait.ts';
import { changedFiles } from '../../src/engine/containers/changedFiles.ts';
import { createContainer } from '../../src/engine/containers/createContainer.ts';
import { killContainer, startContainer } from '../../src/engine/containers/lifecycle.ts';
import { pathStat } from '../../src/engine/containers/pathStat.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Container, ContainerState } from '../../src/engine/kinds/container.ts';
import { commandContext } from '../support/commandContext.ts';
import { createTestContainer } from '../support/containers.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

describe('commands on what is in containers', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let folder: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine } = own);
    folder = mkdtempSync(join(tmpdir(), 'container-files-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await own?.[Symbol.asyncDispose]();
  });

  async function become(id: string, state: ContainerState): Promise<Container> {
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === state);
    const found = engine.inventory.get('container', id);
    assert.ok(found);
    return found;
  }

  async function running(name: string, script = 'exec sleep 1000000'): Promise<Container> {
    return await become(
      await createTestContainer(own.socketPath, { name, command: ['sh', '-c', script] }),
      'running',
    );
  }

  function person(answers: Answers = {}) {
    const ui = recordingUi(answers);
    return { ui, context: commandContext({ ui, engine }) };
  }

  test('commit an image with changed settings, and say what is no instruction', async () => {
    const it = await running('committed', 'echo made > /made; exec sleep 1000000');
    const values = { reference: 'made:1', message: 'why not', changes: 'CMD ["cat", "/made"]\n\nENV A=1' };
    const { ui, context } = person({ form: () => values });
    await containerCommit.run([it], context);
    await until(engine.inventory, (now) => now.list('image').some(({ tags }) => tags.includes('made:1')));
    assert.deepEqual(ui.said, ['committed is now the image made:1.']);
    const wrong = person({ form: () => ({ changes: 'RUN rm -rf /' }) });
    await assert.rejects(containerCommit.run([it], wrong.context), /“RUN rm -rf \/” is no instruction/);
    await assert.rejects(
      containerCommit.run([it], person({ form: () => ({ reference: 'Not Good' }) }).context),
      /spaces/,
    );
    await killContainer(engine, it.id);
  });

  test('export to the file that was chosen', async () => {
    const it = await running('exported');
    const file = join(folder, 'exported.tar');
    const { ui, context } = person({
      saveFile({ suggested }) {
        assert.equal(suggested, 'exported.tar');
        return file;
      },
    });
    await containerExport.run([it], context);
    assert.ok(statSync(file).size > 100_000);
    assert.match(ui.said[0] ?? '', /^exported was exported to .*exported\.tar \(\d/);
    assert.ok(ui.reported.some(({ message }) => /\d+ [kM]?B/.test(message ?? '')));
    await containerExport.run([it], person({ saveFile: () => undefined }).context);
    await killContainer(engine, it.id);
  });

  test('copy files and a folder in, to a place that is proposed or typed', async () => {
    const id = await createContainer(engine, {
      image: 'busybox',
      name: 'receiving',
      command: ['sleep', '1000000'],
      init: true,
      workdir: '/work',
      mounts: [{ type: 'volume', source: 'data', target: '/data' }],
    });
    await startContainer(engine, id);
    const it = await become(id, 'running');
    const source = join(folder, 'source');
    mkdirSync(join(source, 'deep'), { recursive: true });
    writeFileSync(join(source, 'deep', 'file'), 'content');
    const offered: string[] = [];
    const { ui, context } = person({
      openFiles: ({ folders }) => [folders ? source : join(source, 'deep', 'file')],
      pick(choices) {
        offered.push(...choices.map(({ label }) => label));
        return offered.length > 3 ? '/typed/place' : 'Another Path…';
      },
      input: () => '/typed/place',
    });
    await containerCopyIn.run([it], context);
    assert.deepEqual(offered, ['/work', '/data', 'Another Path…']);
    await containerCopyFolderIn.run([it], context);
    assert.equal((await pathStat(engine, id, { path: '/typed/place/file' }))?.size, 7);
    assert.equal((await pathStat(engine, id, { path: '/typed/place/source/deep/file' }))?.size, 7);
    assert.deepEqual(ui.said, [
      '7 B copied to /typed/place in receiving.',
      '7 B copied to /typed/place in receiving.',
    ]);
    const relative = person({ openFiles: () => [source], pick: () => 'Another Path…', input: () => 'x' });
    await assert.rejects(containerCopyIn.run([it], relative.context), /begins with “\/”/);
    await killContainer(engine, id);
  });

  test('copy out into the folder that was chosen, and ask before anything is replaced', async () => {
    const it = await running('giving', 'mkdir -p /given/sub; echo new > /given/sub/file; exec sleep 1000000');
    await waitFor(async () => (await pathStat(engine, it.id, { path: '/given/sub/file' })) !== undefined);
    const to = join(folder, 'to');
    mkdirSync(to);
    const answers = { pick: () => 'Another Path…', input: () => '/given', openFiles: () => [to] };
    await containerCopyOut.run([it], person(answers).context);
    assert.equal(readFileSync(join(to, 'given', 'sub', 'file'), 'utf8'), 'new\n');
    writeFileSync(join(to, 'given', 'sub', 'file'), 'mine');
    const { ui, context } = person({ ...answers, confirm: () => undefined });
    await containerCopyOut.run([it], context);
    assert.match(ui.questions[0]?.message ?? '', /^Replace what is in .*given\?/);
    assert.equal(readFileSync(join(to, 'given', 'sub', 'file'), 'utf8'), 'mine');
    await containerCopyOut.run([it], person({ ...answers, confirm: () => 'Replace' }).context);
    assert.equal(readFileSync(join(to, 'given', 'sub', 'file'), 'utf8'), 'new\n');
    const missing = person({ ...answers, input: () => '/none' });
    await assert.rejects(containerCopyOut.run([it], missing.context), /There is no \/none in giving/);
    assert.deepEqual(readdirSync(to), ['given']);
    await killContainer(engine, it.id);
  });

  test('show what changed', async () => {
    const it = await running('changed', 'touch /new; rm /etc/group; exec sleep 1000000');
    await waitFor(async () => (await changedFiles(engine, it.id)).length >= 3);
    const { ui, context } = person();
    await containerChanges.run([it], context);
    assert.deepEqual(ui.documents[0]?.value, {
      added: ['/new'],
      modified: ['/etc'],
      deleted: ['/etc/group'],
    });
    await killContainer(engine, it.id);
  });

  test('show processes, drawn anew, until q is typed or the container ends', async () => {
    const it = await running('busy', 'sleep 4711; sleep 4712');
    const terminal = createTerminal();
    const { ui, context } = person({ terminal: terminal.io });
    const showing = containerTop.run([it], context);
    await terminal.shown(/Processes of busy[\s\S]*sleep 4711/);
    terminal.resize({ columns: 60, rows: 20 });
    await terminal.shown(/sleep 4711[\s\S]*sleep 4711/);
    terminal.type('q');
    await showing;
    assert.deepEqual(ui.terminals, [{ name: 'busy processes' }]);
    const second = createTerminal();
    const until = containerTop.run([it], person({ terminal: second.io }).context);
    await second.shown(/sleep 4711/);
    await killContainer(engine, it.id);
    second.resize({ columns: 60, rows: 20 });
    await until;
    assert.match(second.output, /busy does not run any more/);
    await assert.rejects(
      containerTop.run([it], person({ terminal: createTerminal().io }).context),
      /not running/,
    );
  });

  test('wait for the end and say the exit code', async () => {
    const [good, bad] = [
      await running('good', 'read x < /dev/zero & sleep 0.5'),
      await running('bad', 'sleep 0.5; exit 3'),
    ];
    const { ui, context } = person();
    await containerWait.run([good, bad], context);
    assert.deepEqual([...ui.said].sort(), [
      'bad has ended with exit code 3.',
      'good has ended with exit code 0.',
    ]);
    const long = await running('long');
    const cancel = new AbortController();
    const waiting = containerWait.run([long], person({ cancel: cancel.signal }).context);
    cancel.abort();
    await assert.rejects(waiting, /Cancelled/);
    await killContainer(engine, long.id);
  });

  test('run a command as another user in another folder, by a shell where it needs one, and remember it', async () => {
    const it = await running('executing');
    const terminal = createTerminal();
    const { ui, context } = person({
      form: () => ({ command: 'echo $(id -un)-$(pwd) | tr a-z A-Z', user: 'nobody', workdir: '/etc' }),
      terminal: terminal.io,
    });
    await containerExec.run([it], context);
    assert.match(terminal.output, /NOBODY-\/ETC/);
    const plain = createTerminal();
    const shown = recordingUi({ form: () => ({ command: `printf '%s|' 'a b' c` }), terminal: plain.io });
    await shown.memory.set('exec-user:busybox', 'nobody');
    await containerExec.run([it], commandContext({ ui: shown, engine }));
    assert.match(plain.output, /a b\|c\|/);
    assert.equal(shown.forms[0]?.values.user, 'nobody');
    assert.equal(ui.memory.get('exec-workdir:busybox'), '/etc');
    const failing = person({ form: () => ({ command: 'no-such-program' }), terminal: createTerminal().io });
    await assert.rejects(containerExec.run([it], failing.context), /no-such-program/);
    const told = createTerminal();
    const stranger = person({ form: () => ({ command: 'id', user: 'nobody-here' }), terminal: told.io });
    await containerExec.run([it], stranger.context);
    assert.match(told.output, /nobody-here: no matching entries/);
    await killContainer(engine, it.id);
  });

  test('attach to the main process', async () => {
    const id = await createContainer(engine, {
      image: 'busybox',
      name: 'attached',
      command: ['sh'],
      tty: true,
      stdin: true,
    });
    await startContainer(engine, id);
    const it = await become(id, 'running');
    const terminal = createTerminal();
    const attached = containerAttach.run([it], person({ terminal: terminal.io }).context);
    await terminal.shown(/# /);
    terminal.type('echo $((6 * 7)); exit 4\r');
    await terminal.shown(/42/);
    await attached;
    assert.equal((await become(id, 'exited')).exitCode, 4);
  });
});

/** Asks again until it is so: of what a process inside does, the engine tells nothing. */
async function waitFor(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 50));
}
