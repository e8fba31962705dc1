import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { selectEngine } from '../../src/transport/contexts.ts';
import { describeEndpoint } from '../../src/transport/describe.ts';
import { parseAddress } from '../../src/transport/parseAddress.ts';

describe('an address', () => {
  const good = [
    ['unix:///run/user/1000/docker.sock', { kind: 'socket', path: '/run/user/1000/docker.sock' }],
    ['unix://', { kind: 'socket', path: '/var/run/docker.sock' }],
    ['unix:///with space/é.sock', { kind: 'socket', path: '/with space/é.sock' }],
    ['tcp://10.0.0.1', { kind: 'tcp', host: '10.0.0.1', port: 2375 }],
    ['tcp://host:80', { kind: 'tcp', host: 'host', port: 80 }],
    ['tcp://[::1]:2375/', { kind: 'tcp', host: '::1', port: 2375 }],
    ['host:1234', { kind: 'tcp', host: 'host', port: 1234 }],
    ['https://host', { kind: 'tls', host: 'host', port: 2376 }],
    ['ssh://me@host:2222', { kind: 'ssh', destination: 'me@host:2222' }],
    ['ssh://alias', { kind: 'ssh', destination: 'alias' }],
    ['npipe:////./pipe/docker_engine', { kind: 'npipe', path: '\\\\.\\pipe\\docker_engine' }],
  ] as const;
  for (const [text, endpoint] of good) test(text, () => assert.deepEqual(parseAddress(text), endpoint));

  const bad = [
    ['', /empty/],
    ['htp://x', /not a way/],
    ['unix://relative/path', /absolute path/],
    ['tcp://', /no host/],
    ['tcp://h:99999', /no host/],
    ['tcp://host:1/path', /a path/],
    ['tcp://me@host', /user name/],
    ['ssh://', /no host/],
    ['ssh://me:secret@host', /password/],
    ['ssh://-oProxyCommand=x@host', /dash/],
    ['ssh://-oProxyCommand=x', /no host|dash/],
    ['ssh://host/path', /path/],
    ['tcp://a b', /space/],
  ] as const;
  for (const [text, problem] of bad) {
    test(`${JSON.stringify(text)} is not one`, () => {
      const parsed = parseAddress(text);
      assert.equal(parsed.kind, 'problem');
      if (parsed.kind !== 'problem') return;
      assert.match(parsed.problem, problem);
      assert.match(parsed.problem, /unix:\/\/\/var\/run\/docker\.sock/);
      assert.doesNotMatch(parsed.problem, /secret/);
    });
  }
});

describe('the engine that the CLI would use', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync('/tmp/gantry-config-');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function context(name: string, meta: object, tls: Readonly<Record<string, string>> = {}): void {
    const hash = createHash('sha256').update(name).digest('hex');
    const metaFolder = join(folder, 'contexts', 'meta', hash);
    const tlsFolder = join(folder, 'contexts', 'tls', hash, 'docker');
    mkdirSync(metaFolder, { recursive: true });
    mkdirSync(tlsFolder, { recursive: true });
    writeFileSync(join(metaFolder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker: meta } }));
    for (const [file, content] of Object.entries(tls)) writeFileSync(join(tlsFolder, file), content);
  }
  const current = (name: string) =>
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ currentContext: name }));
  const select = (env: NodeJS.ProcessEnv = {}) => selectEngine({ DOCKER_CONFIG: folder, ...env });

  test('is the default socket where nothing is said', () => {
    const { by, name, address } = select();
    assert.deepEqual(
      { by, name, address },
      { by: 'default', name: 'default', address: 'unix:///var/run/docker.sock' },
    );
  });

  test('follows DOCKER_HOST, DOCKER_CONTEXT, the current context, in this order', () => {
    context('one', { Host: 'unix:///one.sock' });
    context('zwei ✓', { Host: 'unix:///two.sock' });
    current('one');
    const path = (env: NodeJS.ProcessEnv) => describeEndpoint(select(env).endpoint());
    assert.equal(path({}), 'unix:///one.sock');
    assert.equal(path({ DOCKER_CONTEXT: 'zwei ✓' }), 'unix:///two.sock');
    assert.equal(path({ DOCKER_CONTEXT: 'default' }), 'unix:///var/run/docker.sock');
    assert.equal(path({ DOCKER_HOST: 'tcp://h', DOCKER_CONTEXT: 'zwei ✓' }), 'tcp://h:2375');
    assert.equal(select({ DOCKER_CONTEXT: 'zwei ✓' }).name, 'zwei ✓');
  });

  test('is reached by TLS where the context has certificates, or the environment says so', () => {
    context(
      'tls',
      { Host: 'tcp://h:2376', SkipTLSVerify: false },
      { 'ca.pem': 'CA', 'cert.pem': 'CERT', 'key.pem': 'KEY' },
    );
    context('skip', { Host: 'tcp://h:2376', SkipTLSVerify: true });
    const material = { ca: 'CA', cert: 'CERT', key: 'KEY' };
    const tls = { kind: 'tls', host: 'h', port: 2376 };
    assert.deepEqual(select({ DOCKER_CONTEXT: 'tls' }).endpoint(), {
      ...tls,
      ...material,
      skipVerify: false,
    });
    assert.deepEqual(select({ DOCKER_CONTEXT: 'skip' }).endpoint(), { ...tls, skipVerify: true });
    writeFileSync(join(folder, 'ca.pem'), 'OWN');
    const host = { DOCKER_HOST: 'tcp://h:2376' };
    assert.deepEqual(select({ ...host, DOCKER_TLS_VERIFY: '0' }).endpoint(), { ...tls, ca: 'OWN' });
    assert.deepEqual(select({ ...host, DOCKER_CERT_PATH: folder }).endpoint(), {
      kind: 'tcp',
      host: 'h',
      port: 2376,
    });
  });

  test('is not guessed where the context is not there or the files are broken', () => {
    current('gone');
    assert.throws(() => select().endpoint(), /“gone”, chosen by currentContext/);
    assert.equal(select().address, 'gone');
    writeFileSync(join(folder, 'config.json'), '{ not json');
    assert.throws(() => select(), /config\.json is not valid JSON/);
  });
});
