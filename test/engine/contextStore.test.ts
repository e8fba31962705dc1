import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { exportContext, importContext } from '../../src/transport/contextStore/archive.ts';
import {
  createContext,
  editContext,
  readDraft,
  removeContext,
  renameContext,
} from '../../src/transport/contextStore/changeContext.ts';
import type { ContextDraft } from '../../src/transport/contextStore/contextDraft.ts';
import { listContexts } from '../../src/transport/contextStore/listContexts.ts';
import { contextFolder, metaFile, tlsFolder } from '../../src/transport/contextStore/paths.ts';
import { setCurrentContext } from '../../src/transport/contextStore/setCurrentContext.ts';
import { contextEndpoint } from '../../src/transport/contexts.ts';
import { type Certificates, makeCertificates } from '../support/certificates.ts';
import { type DockerCli, dockerCli, needsDockerCli } from '../support/dockerCli.ts';
import { tar } from '../support/tar.ts';

describe('the docker CLI’s contexts', needsDockerCli, () => {
  let pems: string;
  let certificates: Certificates;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let docker: DockerCli;
  before(() => {
    pems = mkdtempSync('/tmp/gantry-pems-');
    certificates = makeCertificates(pems);
  });
  after(() => rmSync(pems, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync('/tmp/gantry-store-');
    env = { DOCKER_CONFIG: folder };
    docker = dockerCli(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const draft = (given: Partial<ContextDraft>): ContextDraft => {
    return { name: 'one', description: '', address: 'tcp://h:1', skipVerify: false, tls: {}, ...given };
  };
  const secure = () => ({ ca: certificates.ca, ...certificates.client });
  const inspected = (name: string) => JSON.parse(docker.run('context', 'inspect', name))[0];
  const listed = (): readonly string[] =>
    docker
      .run('context', 'ls', '--format', '{{.Name}}|{{.Description}}|{{.DockerEndpoint}}|{{.Error}}')
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('default|'));
  const current = () => docker.run('context', 'show').trim();
  const store = () => readdirSync(join(folder, 'contexts'), { recursive: true }).map(String).sort();

  test('that we make are the CLI’s', async () => {
    await createContext(
      env,
      draft({ name: 'socket', address: 'unix:///run/x.sock', description: 'of “mine” <&>' }),
    );
    await createContext(env, draft({ name: 'far', address: 'ssh://me@host:22' }));
    await createContext(env, draft({ name: 'skip', address: 'tcp://h:2376', skipVerify: true }));
    await createContext(env, draft({ name: 'safe', address: 'tcp://h:2376', tls: secure() }));
    await createContext(env, draft({ name: 'pipe', address: 'npipe:////./pipe/docker_engine' }));
    assert.deepEqual(listed(), [
      'far||ssh://me@host:22|',
      'pipe||npipe:////./pipe/docker_engine|',
      'safe||tcp://h:2376|',
      'skip||tcp://h:2376|',
      'socket|of “mine” <&>|unix:///run/x.sock|',
    ]);
    assert.deepEqual(inspected('skip').Endpoints, { docker: { Host: 'tcp://h:2376', SkipTLSVerify: true } });
    assert.deepEqual(inspected('safe').TLSMaterial, { docker: ['ca.pem', 'cert.pem', 'key.pem'] });
    docker.run('context', 'use', 'safe');
    assert.equal(current(), 'safe');
  });

  test('that the CLI has made are understood', () => {
    const files = ['ca', 'cert', 'key'].map(
      (name, i) => `${name}=${pems}/${['ca', 'client', 'client-key'][i]}.pem`,
    );
    docker.run('context', 'create', 'safe', '--docker', ['host=tcp://h:2376', ...files].join(','));
    docker.run('context', 'create', 'far', '--description', 'é <far>', '--docker', 'host=ssh://me@host');
    const { name, description, address, tls } = listContexts(env)[0] ?? {};
    assert.deepEqual(
      { name, description, address, tls },
      { name: 'far', description: 'é <far>', address: 'ssh://me@host', tls: false },
    );
    assert.deepEqual(contextEndpoint(env, 'safe'), {
      kind: 'tls',
      host: 'h',
      port: 2376,
      ...secure(),
      skipVerify: false,
    });
    assert.deepEqual(readDraft(env, 'safe'), draft({ name: 'safe', address: 'tcp://h:2376', tls: secure() }));
    assert.equal(listContexts(env)[1]?.tls, true);
    docker.run('context', 'update', 'safe', '--docker', 'host=tcp://h:1');
    assert.equal(listContexts(env)[1]?.tls, false);
  });

  test('have files as the CLI’s own are, keys for nobody else', async () => {
    const files = ['ca', 'cert', 'key'].map(
      (name, i) => `${name}=${pems}/${['ca', 'client', 'client-key'][i]}.pem`,
    );
    docker.run(
      'context',
      'create',
      'one',
      '--description',
      'd',
      '--docker',
      ['host=tcp://h:2376', ...files].join(','),
    );
    const look = () =>
      store().map((path) => [path, (statSync(join(folder, 'contexts', path)).mode & 0o777).toString(8)]);
    const theirs = look();
    const text = readFileSync(metaFile(env, 'one'), 'utf8');
    rmSync(join(folder, 'contexts'), { recursive: true });
    await createContext(env, draft({ description: 'd', address: 'tcp://h:2376', tls: secure() }));
    assert.deepEqual(look(), theirs);
    assert.equal(readFileSync(metaFile(env, 'one'), 'utf8'), text);
  });

  test('are edited, and keep what we know nothing of', async () => {
    await createContext(env, draft({ address: 'tcp://h:2376', tls: secure(), description: 'old' }));
    const meta = JSON.parse(readFileSync(metaFile(env, 'one'), 'utf8'));
    meta.Metadata.StackOrchestrator = 'swarm';
    meta.Endpoints.docker.Later = [1];
    meta.Endpoints.kubernetes = { Host: 'k' };
    writeFileSync(metaFile(env, 'one'), JSON.stringify(meta));
    mkdirSync(join(tlsFolder(env, 'one'), 'kubernetes'));
    writeFileSync(join(tlsFolder(env, 'one'), 'kubernetes', 'ca.pem'), 'K');
    await editContext(env, draft({ address: 'tcp://h:2377', tls: { ca: certificates.ca } }));
    assert.deepEqual(JSON.parse(readFileSync(metaFile(env, 'one'), 'utf8')), {
      Name: 'one',
      Metadata: { StackOrchestrator: 'swarm' },
      Endpoints: {
        docker: { Host: 'tcp://h:2377', SkipTLSVerify: false, Later: [1] },
        kubernetes: { Host: 'k' },
      },
    });
    assert.deepEqual(inspected('one').TLSMaterial, { docker: ['ca.pem'], kubernetes: ['ca.pem'] });
    await editContext(env, draft({ address: '' }));
    assert.deepEqual(inspected('one').TLSMaterial, { kubernetes: ['ca.pem'] });
    assert.equal(contextEndpoint(env, 'one').kind, 'socket');
  });

  test('are renamed with all that is theirs, and stay the current one', async () => {
    await createContext(env, draft({ name: 'old', address: 'tcp://h:2376', tls: secure() }));
    docker.run('context', 'use', 'old');
    await createContext(env, draft({ name: 'other' }));
    await assert.rejects(renameContext(env, 'old', 'other'), /There is a context “other” already/);
    await renameContext(env, 'old', 'new');
    assert.equal(current(), 'new');
    assert.deepEqual(inspected('new').TLSMaterial, { docker: ['ca.pem', 'cert.pem', 'key.pem'] });
    assert.deepEqual(
      listed().map((line) => line.split('|')[0]),
      ['new', 'other'],
    );
    assert.equal(
      store().some((path) => path.includes(contextFolder('old'))),
      false,
    );
  });

  test('are removed, the current one too', async () => {
    await createContext(env, draft({ name: 'old', address: 'tcp://h:2376', tls: secure() }));
    await setCurrentContext(env, 'old');
    assert.equal(current(), 'old');
    await removeContext(env, 'old');
    assert.equal(current(), 'default');
    assert.deepEqual(store(), ['meta', 'tls']);
  });

  test('go from here to there as archives, both ways', async () => {
    await createContext(
      env,
      draft({ name: 'mine', address: 'tcp://h:2376', tls: secure(), description: 'm' }),
    );
    const file = join(folder, 'mine.tar');
    writeFileSync(file, await exportContext(env, 'mine'));
    docker.run('context', 'import', 'theirs', file);
    assert.deepEqual(readDraft(env, 'theirs'), { ...readDraft(env, 'mine'), name: 'theirs' });
    docker.run('context', 'export', 'theirs', join(folder, 'theirs.tar'));
    await importContext(env, 'back', readFileSync(join(folder, 'theirs.tar')));
    assert.deepEqual(readDraft(env, 'back'), { ...readDraft(env, 'mine'), name: 'back' });
    assert.deepEqual(inspected('back').TLSMaterial, inspected('mine').TLSMaterial);
    await createContext(env, draft({ name: 'plain' }));
    writeFileSync(file, await exportContext(env, 'plain'));
    docker.run('context', 'import', 'plain2', file);
    assert.deepEqual(inspected('plain2').Endpoints, inspected('plain').Endpoints);
  });

  test('of an archive that is none, or leads out of its folder, are not made', async () => {
    const meta = { path: 'meta.json', kind: 'file', content: Buffer.from('{"Name":"x"}') } as const;
    const file = (path: string) => ({ path, kind: 'file', content: Buffer.from('x') }) as const;
    const bad: readonly (readonly [RegExp, Buffer])[] = [
      [/no tar archive/, Buffer.from('x'.repeat(2000))],
      [/no meta\.json/, tar([])],
      [/no meta\.json/, Buffer.alloc(0)],
      [/ZIP/, Buffer.from('PK\u0003\u0004')],
      [/10 MB/, Buffer.alloc(10 * 2 ** 20 + 1)],
      [/not valid JSON/, tar([{ ...meta, content: Buffer.from('{') }])],
      [/not a JSON object/, tar([{ ...meta, content: Buffer.from('[]') }])],
      ...[
        'tls/docker/../../../../x',
        '../x',
        '/etc/x',
        'tls/../x',
        'tls/docker/a\\b',
        'tls/.x/a',
        'tls/a',
        'other',
      ].map((path) => [/has a file/, tar([meta, file(path)])] as const),
    ];
    for (const [pattern, archive] of bad) await assert.rejects(importContext(env, 'name', archive), pattern);
    await importContext(env, 'name', tar([meta, { path: 'tls/link', kind: 'link', target: '/etc' }]));
    await assert.rejects(importContext(env, 'name', tar([meta])), /already/);
    assert.deepEqual(store(), [
      'meta',
      `meta/${contextFolder('name')}`,
      `meta/${contextFolder('name')}/meta.json`,
    ]);
  });

  test('that are not right are refused, with words that say why', async () => {
    const { ca, client, server } = certificates;
    const tcp = { address: 'tcp://h' };
    const bad: readonly (readonly [RegExp, Partial<ContextDraft>])[] = [
      [/needs a name/, { name: '' }],
      [/two or more/, { name: 'a' }],
      [/two or more/, { name: '../x' }],
      [/always there/, { name: 'default' }],
      [/not a way/, { address: 'htp://x' }],
      [/Only a tcp/, { address: 'ssh://h', skipVerify: true }],
      [/Only a tcp/, { address: '', tls: { ca } }],
      [/go together/, { ...tcp, tls: { cert: client.cert } }],
      [/authority/, { ...tcp, tls: { ca: client.key } }],
      [/no certificate/, { ...tcp, tls: { cert: client.key, key: client.key } }],
      [/not that of/, { ...tcp, tls: { cert: client.cert, key: server.key } }],
      [/no private key/, { ...tcp, tls: { cert: client.cert, key: client.cert } }],
    ];
    for (const [pattern, given] of bad) await assert.rejects(createContext(env, draft(given)), pattern);
    assert.deepEqual(readdirSync(folder), []);
    for (const name of ['a', '../x', 'default'])
      docker.refusal('context', 'create', name, '--docker', 'host=tcp://h');
    await createContext(env, draft({}));
    await assert.rejects(createContext(env, draft({})), /There is a context “one” already/);
    await assert.rejects(editContext(env, draft({ name: 'two' })), /no context “two”/);
  });

  test('with a broken description are told, and do not hide the others', async () => {
    for (const name of ['broken', 'moved', 'whole']) await createContext(env, draft({ name }));
    writeFileSync(metaFile(env, 'broken'), '{ "Name": "bro');
    writeFileSync(metaFile(env, 'moved'), '{ "Name": "else" }');
    mkdirSync(join(folder, 'contexts', 'meta', 'empty'));
    const problems = new Map(
      listContexts(env).map(({ name, problem = '' }) => [name, problem.replace(/^.*(?=meta\.json)/, '')]),
    );
    assert.deepEqual(
      problems,
      new Map([
        [
          contextFolder('broken').slice(0, 12),
          'meta.json is not valid JSON, so that the docker context can’t be known.',
        ],
        ['else', 'meta.json describes the context “else”, whose place is another folder.'],
        ['whole', ''],
      ]),
    );
  });

  test('become the current one with nothing else changed in the configuration', async () => {
    const file = join(folder, 'config.json');
    await createContext(env, draft({}));
    const before = `{\r\n    "auths": { "currentContext": {"auth": "x"} },\r\n    "credsStore":"}\\"",\r\n    "HttpHeaders": {}\r\n}\r\n`;
    writeFileSync(file, before);
    chmodSync(file, 0o640);
    await setCurrentContext(env, 'one');
    assert.equal(
      readFileSync(file, 'utf8'),
      before.replace('{}\r\n}', '{},\r\n    "currentContext": "one"\r\n}'),
    );
    assert.equal(current(), 'one');
    assert.equal(statSync(file).mode & 0o777, 0o640);
    await setCurrentContext(env, 'default');
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.equal(current(), 'default');
  });

  test('become the current one where the configuration is a link, in one line, empty, or not there', async () => {
    await createContext(env, draft({}));
    const file = join(folder, 'config.json');
    await setCurrentContext(env, 'one');
    assert.equal(readFileSync(file, 'utf8'), '{\n\t"currentContext": "one"\n}');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const real = join(folder, 'real.json');
    writeFileSync(real, '{"currentContext":"zwei","a":[1,{"b":"c"}]}');
    rmSync(file);
    symlinkSync('real.json', file);
    await setCurrentContext(env, 'one');
    assert.equal(lstatSync(file).isSymbolicLink(), true);
    assert.equal(readFileSync(real, 'utf8'), '{"currentContext":"one","a":[1,{"b":"c"}]}');
    assert.equal(current(), 'one');
    await setCurrentContext(env, 'default');
    assert.equal(readFileSync(real, 'utf8'), '{"a":[1,{"b":"c"}]}');
    rmSync(real);
    await setCurrentContext(env, 'one');
    assert.equal(lstatSync(file).isSymbolicLink(), true);
    assert.equal(current(), 'one');
    writeFileSync(file, '[]');
    await assert.rejects(setCurrentContext(env, 'one'), /not a JSON object: nothing was changed/);
    writeFileSync(file, '{ broken');
    await assert.rejects(setCurrentContext(env, 'one'), /not valid JSON/);
    assert.equal(readFileSync(file, 'utf8'), '{ broken');
    assert.deepEqual(readdirSync(folder).sort(), ['config.json', 'contexts', 'real.json']);
  });
});
