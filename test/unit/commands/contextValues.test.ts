import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { contextForm } from '../../../src/commands/contextForm.ts';
import {
  addressOf,
  type ContextValues,
  contextCommand,
  draftOf,
  valuesOf,
} from '../../../src/commands/contextValues.ts';
import { type Certificates, makeCertificates } from '../../support/certificates.ts';

const empty: ContextValues = {
  name: 'one',
  description: '',
  way: 'ssh',
  address: '',
  ca: '',
  cert: '',
  key: '',
  skipVerify: false,
};

describe('the form of a context', () => {
  let folder: string;
  let certificates: Certificates;
  before(() => {
    folder = mkdtempSync('/tmp/gantry-form-');
    certificates = makeCertificates(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  test('takes addresses with their schemes and without', () => {
    const of = (way: ContextValues['way'], address: string) => addressOf({ way, address });
    assert.equal(of('ssh', ' me@host '), 'ssh://me@host');
    assert.equal(of('tls', 'host:2376'), 'tcp://host:2376');
    assert.equal(of('tcp', 'tcp://host'), 'tcp://host');
    assert.equal(of('socket', '/run/x.sock'), 'unix:///run/x.sock');
    assert.equal(of('socket', ''), '');
    assert.equal(of('npipe', '//./pipe/x'), 'npipe:////./pipe/x');
  });

  test('shows a context as it was written down', async () => {
    const { ca } = certificates;
    for (const [address, way, tls] of [
      ['ssh://me@host', 'ssh', {}],
      ['tcp://host:2375', 'tcp', {}],
      ['tcp://host:2376', 'tls', { ca }],
      ['unix:///x.sock', 'socket', {}],
      ['', 'socket', {}],
      ['npipe:////./pipe/x', 'npipe', {}],
    ] as const) {
      const draft = { name: 'one', description: 'd', address, skipVerify: false, tls };
      const values = valuesOf(draft);
      assert.equal(values.way, way);
      assert.deepEqual(await draftOf(values, tls), draft);
    }
  });

  test('reads the files that are named, and keeps the others', async () => {
    const values = { ...empty, way: 'tls', address: 'h' } as const;
    const named = { ...values, cert: `${folder}/client.pem`, key: `${folder}/client-key.pem` };
    const { ca, client } = certificates;
    assert.deepEqual((await draftOf(named)).tls, client);
    assert.deepEqual((await draftOf(named, { ca })).tls, { ca, ...client });
    assert.deepEqual((await draftOf({ ...named, way: 'ssh' }, { ca })).tls, {});
    assert.equal((await draftOf({ ...values, skipVerify: true })).skipVerify, true);
    await assert.rejects(draftOf({ ...values, ca: '/nonexistent' }), /\/nonexistent can’t be read/);
    await assert.rejects(draftOf(values), /TLS needs/);
    await assert.rejects(
      draftOf({ ...named, key: `${folder}/server-key.pem` }),
      /not that of the certificate/,
    );
    writeFileSync(`${folder}/empty.pem`, '');
    await assert.rejects(draftOf({ ...values, ca: `${folder}/empty.pem` }), /no certificate/);
  });

  test('writes down the command that does the same', () => {
    assert.equal(
      contextCommand(
        { ...empty, way: 'tls', address: 'h:1', ca: '/a b.pem', description: 'It’s', skipVerify: true },
        'create',
      ),
      "docker context create --description 'It’s' --docker 'host=tcp://h:1,ca=/a b.pem,skip-tls-verify=true' one",
    );
    assert.equal(
      contextCommand({ ...empty, address: 'h', ca: '/unused' }, 'update'),
      'docker context update --docker host=ssh://h one',
    );
    assert.equal(
      contextCommand({ ...empty, name: '' }, 'create'),
      'docker context create --docker host=ssh://ADDRESS NAME',
    );
    assert.match(
      contextCommand({ ...empty, way: 'socket' }, 'create'),
      /host=unix:\/\/\/var\/run\/docker\.sock/,
    );
  });

  test('asks only for what matters, and says what is wrong', () => {
    const form = contextForm({
      title: 'Create',
      submit: 'Create',
      initial: {},
      taken: (name) => name === 'taken',
      save: async () => undefined,
    });
    const values = { ...empty, use: false };
    assert.deepEqual(form.hidden?.(values), ['ca', 'cert', 'key', 'skipVerify']);
    assert.deepEqual(form.hidden?.({ ...values, way: 'tls' }), []);
    const problems = (given: Partial<typeof values>) =>
      form.validate?.({ ...values, ...given }).map(({ message }) => message.split('.')[0]);
    assert.deepEqual(problems({}), ['It needs an address']);
    assert.deepEqual(problems({ way: 'socket' }), []);
    assert.deepEqual(problems({ address: 'a b' }), ['“ssh://a b” has a space in it']);
    assert.deepEqual(problems({ address: 'host' }), []);
    const { name } = form.fields;
    assert.match(name.problem('taken') ?? '', /already/);
    assert.match(name.problem('a b') ?? '', /docker CLI takes/);
    assert.equal(name.problem('fine'), undefined);
  });
});
