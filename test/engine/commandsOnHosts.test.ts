import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { CommandContext } from '../../src/commands/command.ts';
import { hostConnect } from '../../src/commands/hostConnect.ts';
import { hostCopyAddress } from '../../src/commands/hostCopyAddress.ts';
import { hostCreateContext } from '../../src/commands/hostCreateContext.ts';
import { hostDisconnect } from '../../src/commands/hostDisconnect.ts';
import { hostEdit } from '../../src/commands/hostEdit.ts';
import { hostExport } from '../../src/commands/hostExport.ts';
import { hostFollowCli } from '../../src/commands/hostFollowCli.ts';
import { hostImport } from '../../src/commands/hostImport.ts';
import { hostInspect } from '../../src/commands/hostInspect.ts';
import { hostMarkProduction } from '../../src/commands/hostMarkProduction.ts';
import { hostRemove } from '../../src/commands/hostRemove.ts';
import { hostRename } from '../../src/commands/hostRename.ts';
import { hostSetDefault } from '../../src/commands/hostSetDefault.ts';
import { hostSwitch } from '../../src/commands/hostSwitch.ts';
import { hostTest } from '../../src/commands/hostTest.ts';
import { hostUnmarkProduction } from '../../src/commands/hostUnmarkProduction.ts';
import { hostUse } from '../../src/commands/hostUse.ts';
import type { Hosts } from '../../src/hosts/hosts.ts';
import { openHosts } from '../../src/hosts/openHosts.ts';
import type { ContextDraft } from '../../src/transport/contextStore/contextDraft.ts';
import { hostSelection } from '../../src/views/hostRow.ts';
import { makeCertificates } from '../support/certificates.ts';
import { commandContext } from '../support/commandContext.ts';
import { startDaemon } from '../support/daemon.ts';
import { type DockerCli, dockerCli, needsDockerCli } from '../support/dockerCli.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { until } from './support/engine.ts';
import { createTerminal } from './support/terminal.ts';

describe('commands on hosts', { ...needsWorld, ...needsDockerCli, timeout: 60_000 }, () => {
  let home: string;
  let hosts: Hosts;
  let docker: DockerCli;
  let marked: readonly string[];
  beforeEach(() => {
    home = mkdtempSync('/tmp/gantry-home-');
    docker = dockerCli(`${home}/.docker`);
    hosts = openHosts({ env: { HOME: home, XDG_RUNTIME_DIR: `${home}/run` } });
    marked = [];
  });
  afterEach(async () => {
    await hosts[Symbol.asyncDispose]();
    rmSync(home, { recursive: true });
  });

  const add = async (name: string, given: Partial<ContextDraft> = {}) => {
    const draft = { name, description: '', address: `unix://${defaultSocket}`, skipVerify: false, tls: {} };
    await hosts.contexts.create({ ...draft, ...given });
    hosts.refresh();
  };
  function context(answers: Answers = {}) {
    const ui = recordingUi(answers);
    const given: CommandContext = commandContext({
      ui,
      hosts,
      host: hosts.active,
      engine: hosts.active.engine,
      settings: { 'gantry.hosts.production': marked },
      preferences: {
        async setSetting(name, value) {
          assert.equal(name, 'gantry.hosts.production');
          assert.ok(Array.isArray(value));
          marked = value;
        },
        filter: () => ({}),
        async setFilter() {},
      },
    });
    return { ui, given };
  }
  const selected = (...names: readonly string[]) =>
    names.map((name) => {
      const host = hosts.known.find((each) => each.name === name);
      assert.ok(host, name);
      return hostSelection(host, hosts, context().given.settings);
    });
  const openNames = () => hosts.open.map(({ name }) => name);
  const current = () => docker.run('context', 'show').trim();

  test('choose what this window uses, and nothing else', async () => {
    await add('two');
    await add('three');
    const { ui, given } = context();
    await hostConnect.run(selected('two', 'three'), given);
    assert.deepEqual(openNames(), ['default', 'two', 'three']);
    await hostUse.run(selected('three'), given);
    assert.deepEqual(openNames(), ['three', 'two']);
    await hostDisconnect.run(selected('two'), given);
    assert.deepEqual(openNames(), ['three']);
    assert.equal(current(), 'default');
    await hostFollowCli.run(given);
    // That it was to be shown beside another still holds.
    assert.deepEqual(openNames(), ['default', 'three']);
    await hostCopyAddress.run(selected('two', 'three'), given);
    assert.deepEqual(ui.copied, [`unix://${defaultSocket}\nunix://${defaultSocket}`]);
  });

  test('switch to another host, and back to the CLI’s', async () => {
    await add('two');
    await hostSwitch.run(context({ pick: () => 'two' }).given);
    assert.equal(hosts.active.name, 'two');
    await hostSwitch.run(context({ pick: () => undefined }).given);
    assert.equal(hosts.active.name, 'two');
    await hostSwitch.run(context({ pick: () => 'Whatever the docker CLI uses' }).given);
    assert.deepEqual(hosts.remembered, { open: [] });
  });

  test('rename a context wherever it is used', async () => {
    await add('old');
    await add('beside');
    await hosts.contexts.setCurrent('old');
    hosts.use('context:old');
    hosts.connect('context:beside');
    marked = ['x', 'old', 'y'];
    await hostRename.run(selected('old'), context({ input: () => 'new' }).given);
    assert.equal(current(), 'new');
    assert.equal(hosts.active.name, 'new');
    assert.deepEqual(marked, ['x', 'new', 'y']);
    await hostRename.run(selected('beside'), context({ input: () => 'near' }).given);
    assert.deepEqual(openNames(), ['new', 'near']);
    for (const [name, problem] of [
      ['new', /Another context/],
      ['a b', /docker CLI takes/],
    ] as const)
      await assert.rejects(hostRename.run(selected('near'), context({ input: () => name }).given), problem);
    await hostRename.run(selected('near'), context({ input: () => undefined }).given);
    assert.deepEqual(openNames(), ['new', 'near']);
  });

  test('remove contexts after a question that says what goes', async () => {
    await add('one');
    await add('two');
    await hosts.contexts.setCurrent('one');
    hosts.use('context:one');
    const { ui, given } = context({ confirm: () => undefined });
    await hostRemove.run(selected('one'), given);
    assert.match(ui.questions[0]?.message ?? '', /Remove the docker context one\?/);
    assert.match(
      ui.questions[0]?.detail ?? '',
      /one is the CLI’s default.*“default”.*\n.*This window uses one/,
    );
    assert.equal(current(), 'one');
    await hostRemove.run(selected('one', 'two'), context({ confirm: () => 'Remove' }).given);
    assert.equal(current(), 'default');
    assert.deepEqual(openNames(), ['default']);
    assert.deepEqual(
      hosts.known.map(({ name }) => name),
      ['default'],
    );
    await add('live');
    marked = ['live'];
    const removing = (input: string) =>
      hostRemove.run(selected('live'), context({ confirm: () => 'Remove', input: () => input }).given);
    await assert.rejects(removing('life'), /not its name/);
    assert.equal(hosts.contexts.has('live'), true);
    await removing('live');
    assert.equal(hosts.contexts.has('live'), false);
  });

  test('make a context the CLI’s default after saying what that changes', async () => {
    await add('one');
    hosts.use('context:default');
    const { ui, given } = context({ confirm: () => 'Make Default' });
    await hostSetDefault.run(selected('one'), given);
    const { detail = '' } = ui.questions[0] ?? {};
    assert.match(
      detail,
      /“currentContext” in \/tmp\/gantry-home-.*\.docker\/config\.json from “default” to “one”/,
    );
    assert.match(detail, /This window goes on to use default/);
    assert.equal(current(), 'one');
    assert.equal(hosts.active.name, 'default');
    assert.equal(hosts.cli.name, 'one');
    await hostSetDefault.run(selected('default'), context({ confirm: () => undefined }).given);
    assert.equal(current(), 'one');
    await hostSetDefault.run(selected('default'), context({ confirm: () => 'Make Default' }).given);
    assert.equal(current(), 'default');
    assert.equal(readFileSync(`${home}/.docker/config.json`, 'utf8').includes('currentContext'), false);
  });

  test('mark hosts as production, and take that back', async () => {
    await add('one');
    await hostMarkProduction.run(selected('one', 'default'), context().given);
    await hostMarkProduction.run(selected('one'), context().given);
    assert.deepEqual(marked, ['one', 'default']);
    await hostUnmarkProduction.run(selected('default'), context().given);
    assert.deepEqual(marked, ['one']);
  });

  test('make a context by a form, which the CLI then has', async () => {
    const { ca, client } = makeCertificates(home);
    const values = {
      name: 'made',
      description: 'by a form',
      way: 'tls',
      address: 'h:2376',
      ca: `${home}/ca.pem`,
      cert: `${home}/client.pem`,
      key: `${home}/client-key.pem`,
      use: true,
    };
    const { ui, given } = context({ form: () => values });
    await hostCreateContext.run(given);
    assert.deepEqual(hosts.contexts.read('made'), {
      name: 'made',
      description: 'by a form',
      address: 'tcp://h:2376',
      skipVerify: false,
      tls: { ca, ...client },
    });
    assert.equal(hosts.active.name, 'made');
    assert.match(docker.run('context', 'ls'), /made\s+by a form\s+tcp:\/\/h:2376/);
    // What the page says can be typed instead makes the same.
    const typed = ui.forms[0]?.form.preview?.({ ...values, name: 'typed' }).text ?? '';
    execFileSync('sh', ['-c', typed], { env: { ...process.env, DOCKER_CONFIG: `${home}/.docker` } });
    assert.deepEqual(hosts.contexts.read('typed'), { ...hosts.contexts.read('made'), name: 'typed' });

    await hostEdit.run(
      selected('made'),
      context({ form: () => ({ description: '', address: 'h:2377', cert: '', key: '' }) }).given,
    );
    assert.deepEqual(hosts.contexts.read('made'), {
      name: 'made',
      description: '',
      address: 'tcp://h:2377',
      skipVerify: false,
      tls: { ca, ...client },
    });
    assert.equal(hosts.active.address, 'tcp://h:2377');
  });

  test('try a context out before it is made', async () => {
    const { ui, given } = context({ form: () => undefined });
    await hostCreateContext.run(given);
    const check = ui.forms[0]?.form.check;
    assert.ok(check);
    const tried = (address: string) =>
      check.run(
        {
          ...ui.forms[0]?.form.initial,
          name: 'x',
          description: '',
          way: 'socket',
          address,
          skipVerify: false,
        },
        { signal: new AbortController().signal, report: () => undefined },
      );
    assert.match(await tried(defaultSocket), /✓ Socket: .*\n✓ Engine: engine /);
    assert.match(await tried('/nonexistent'), /✗ Socket: ENOENT.*\nStart Docker there/);
    assert.equal(hosts.contexts.has('x'), false);
  });

  test('write a context to a file that the CLI takes, and make one of a file', async () => {
    const { ca } = makeCertificates(home);
    await add('one', { address: 'tcp://h:2376', tls: { ca } });
    const file = `${home}/one.dockercontext`;
    await hostExport.run(selected('one'), context({ saveFile: () => file }).given);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    docker.run('context', 'import', 'theirs', file);
    assert.deepEqual(hosts.contexts.read('theirs').tls, { ca });
    await hostImport.run(context({ openFiles: () => [file], input: () => 'back' }).given);
    assert.deepEqual(hosts.contexts.read('back'), { ...hosts.contexts.read('one'), name: 'back' });
    await assert.rejects(
      hostImport.run(context({ openFiles: () => [file], input: ({ value }) => value }).given),
      /already/,
    );
    await hostImport.run(context({ openFiles: () => undefined }).given);
    await hostExport.run(selected('one'), context({ saveFile: () => undefined }).given);
  });

  test('show what a host is, connected or not', async () => {
    await add('one', { address: 'tcp://h:1', description: 'of mine' });
    const { ui, given } = context();
    await until(hosts.active.engine.inventory, ({ state }) => state.status === 'connected');
    await hostInspect.run(selected('default', 'one'), given);
    const [open, closed] = ui.documents;
    assert.deepEqual(
      [closed?.title, closed?.value],
      [
        'one',
        {
          name: 'one',
          address: 'tcp://h:1',
          source: 'context',
          description: 'of mine',
          problem: undefined,
        },
      ],
    );
    const told = JSON.parse(JSON.stringify(open?.value));
    assert.match(told.version.ApiVersion, /^1\.\d+$/);
    assert.equal(told.info.OSType, 'linux');
  });

  describe('test the way to them', () => {
    async function tested(name: string): Promise<string> {
      const terminal = createTerminal();
      await hostTest.run(selected(name), context({ terminal: terminal.io }).given);
      return stripVTControlCharacters(terminal.output).replaceAll('\r\n', '\n');
    }

    test('by a socket', async () => {
      await add('right');
      assert.match(
        await tested('right'),
        /✓ Address: unix:.*\n✓ Socket: .*\n✓ Engine: engine \d.* with API 1\.\d+ on linux\/.*\nright can be used\./,
      );
      await add('nothing', { address: 'unix:///nonexistent.sock' });
      assert.match(
        await tested('nothing'),
        /✗ Socket: ENOENT.*\n {2}What to do: Start Docker there.*\nnothing can’t/,
      );
      await add('file', { address: 'unix:///etc/passwd' });
      assert.match(await tested('file'), /✗ Socket: \/etc\/passwd is there, but is no socket/);
    });

    test('by TCP and TLS', async () => {
      const certificates = makeCertificates(home);
      const port = 22_377;
      const files = ['--tlscacert', 'ca.pem', '--tlscert', 'server.pem', '--tlskey', 'server-key.pem'];
      const args = files.map((word) => (word.endsWith('.pem') ? `${home}/${word}` : word));
      await using _daemon = await startDaemon({
        args: ['--host', `tcp://127.0.0.1:${port}`, '--tlsverify', ...args],
      });
      const address = `tcp://127.0.0.1:${port}`;
      const { ca, client } = certificates;
      await add('right', { address, tls: { ca, ...client } });
      assert.match(
        await tested('right'),
        /✓ Name: 127.0.0.1\n✓ Port: 127.0.0.1:22377 answered in \d+ ms\n✓ TLS: certificate of server, good until .*\n✓ Engine: /,
      );
      await add('stranger', { address, tls: { ca } });
      assert.match(
        await tested('stranger'),
        /✗ Engine: .*alert bad certificate\n {2}What to do: Both sides do not agree.*client certificate/,
      );
      await add('trustless', { address, tls: { ...client } });
      assert.match(await tested('trustless'), /✗ TLS: .*\n {2}What to do: The authority.*ca\.pem/);
      await add('unchecked', { address, tls: client, skipVerify: true });
      assert.match(await tested('unchecked'), /✓ TLS: .*it is not checked.*\n✓ Engine/);
      await add('plain', { address });
      assert.match(await tested('plain'), /✗ Engine: Client sent an HTTP request to an HTTPS server/);
      await add('closed', { address: 'tcp://127.0.0.1:9' });
      assert.match(
        await tested('closed'),
        /✗ Port: .*ECONNREFUSED.*\n {2}What to do: The host answers, but no engine/,
      );
      await add('nameless', { address: 'tcp://no.such.invalid' });
      assert.match(await tested('nameless'), /✗ Name: .*\n {2}What to do: Look for mistakes in the name/);
    });

    test('by ssh', async () => {
      await add('refused', { address: 'ssh://127.0.0.1:1' });
      assert.match(
        await tested('refused'),
        / {2}Connecting to 127\.0\.0\.1:1…\n✗ SSH and engine: No SSH server answers.*Connection refused/s,
      );
    });
  });
});
