import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findCompose } from '../../../src/commands/composeCli.ts';
import { composeDown } from '../../../src/commands/composeDown.ts';
import { composeUp } from '../../../src/commands/composeUp.ts';
import { composeEnvironment, fileArguments } from '../../../src/commands/runCompose.ts';
import { commandContext } from '../../support/commandContext.ts';
import { container, plainInventory } from '../../support/plainInventory.ts';
import { recordingUi } from '../../support/recordingUi.ts';

const folder = mkdtempSync(join(tmpdir(), 'gantry-compose-'));
after(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();

/** A folder of programs as a PATH; each is a line of shell. */
function path(programs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const bin = mkdtempSync(join(folder, 'bin-'));
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { PATH: bin };
}

describe('findCompose', {
  skip: process.platform === 'win32' ? 'its programs are shell scripts' : false,
}, () => {
  const noPlugin = `echo "docker: 'compose' is not a docker command." >&2; exit 1`;

  test('takes the plugin', async () => {
    const env = path({
      docker: '[ "$1 $2 $3" = "compose version --short" ] && echo 2.29.1',
      'docker-compose': 'echo 2.1',
    });
    assert.deepEqual(await findCompose(env, signal), { file: 'docker', args: ['compose'] });
  });

  test('takes docker-compose where the CLI has no plugin, or is not there', async () => {
    const expected = { file: 'docker-compose', args: [] };
    assert.deepEqual(
      await findCompose(path({ docker: noPlugin, 'docker-compose': 'echo v2.5.0' }), signal),
      expected,
    );
    assert.deepEqual(await findCompose(path({ 'docker-compose': 'echo 5.0.0' }), signal), expected);
  });

  test('refuses the first version, by its number', async () => {
    const env = path({ docker: noPlugin, 'docker-compose': 'echo 1.29.2' });
    await assert.rejects(findCompose(env, signal), /Only docker-compose 1\.29\.2 .* version 2 .* Install it/);
  });

  test('says how to get it where there is none', async () => {
    await assert.rejects(findCompose(path({}), signal), /neither .*docs\.docker\.com\/compose\/install/);
  });
});

describe('fileArguments', () => {
  test('merges the override beside a file that Compose finds by itself', () => {
    const file = join(folder, 'compose.yaml');
    assert.deepEqual(fileArguments(file), ['--file', file]);
    const override = join(folder, 'compose.override.yml');
    writeFileSync(override, '');
    assert.deepEqual(fileArguments(file), ['--file', file, '--file', override]);
    const other = join(folder, 'compose.test.yaml');
    assert.deepEqual(fileArguments(other), ['--file', other]);
  });
});

test('composeEnvironment makes the CLI speak to the same host', () => {
  const local = { id: 'context:default', name: 'default', address: 'unix:///var/run/docker.sock' };
  assert.deepEqual(composeEnvironment(local), { DOCKER_CONTEXT: 'default', DOCKER_HOST: '' });
  const remote = { id: 'host:tcp://x:2375', name: 'tcp://x:2375', address: 'tcp://x:2375' };
  assert.deepEqual(composeEnvironment(remote), { DOCKER_HOST: 'tcp://x:2375' });
});

describe('Compose Up', {
  skip: process.platform === 'win32' ? 'its programs are shell scripts' : false,
}, () => {
  const file = {
    uri: 'file:///project/app/compose.yaml',
    path: '/project/app/compose.yaml',
    workspaceFolder: '/work',
  };
  const { PATH: usual = '' } = process.env;
  before(() => {
    process.env.PATH = `${path({ docker: 'echo 2.29.1' }).PATH}:${usual}`;
  });
  after(() => {
    process.env.PATH = usual;
  });

  test('calls Compose on the file and the services, beside the file, for this host', async () => {
    const ui = recordingUi({ process: () => 0 });
    await composeUp.run({ ...file, services: ['web', 'db'] }, commandContext({ ui }));
    const [{ file: program, args, cwd, env } = { file: '', args: [] }] = ui.processes;
    assert.equal(
      [program, ...args].join(' '),
      `docker compose --file ${file.path} up --detach --build web db`,
    );
    assert.equal(cwd, '/project/app');
    assert.deepEqual(env, { DOCKER_CONTEXT: 'default', DOCKER_HOST: '' });
  });

  test('says that it failed, but not that it was interrupted or closed', async () => {
    const run = (code: number | undefined) =>
      composeUp.run(file, commandContext({ ui: recordingUi({ process: () => code }) }));
    await assert.rejects(run(14), /docker compose up ended with exit code 14 for compose\.yaml/);
    await run(130);
    await run(undefined);
  });
});

test('Compose Down says which containers go, and runs nothing when dismissed', async () => {
  const ui = recordingUi({ confirm: () => undefined });
  const labels = {
    'com.docker.compose.project.config_files': '/project/app/compose.yaml,/project/app/compose.override.yaml',
  };
  const containers = [container({ name: 'app-web-1', labels }), container({ name: 'other' })];
  const file = {
    uri: 'file:///project/app/compose.yaml',
    path: '/project/app/compose.yaml',
    workspaceFolder: '/work',
  };
  await composeDown.run(file, commandContext({ ui, inventory: plainInventory({ containers }) }));
  assert.match(
    ui.questions[0]?.detail ?? '',
    /^These containers will be stopped and removed: app-web-1\.\n.*[Vv]olumes/,
  );
  assert.deepEqual(ui.processes, []);
});
