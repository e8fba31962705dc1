import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildTagKey, defaultBuildTag } from '../../../src/commands/buildTag.ts';
import { tagProblem, withTag } from '../../../src/commands/tagProblem.ts';

test('a build is called after its folder, its stage or its file’s suffix', () => {
  const tags = [
    ['/project/My App/Dockerfile'],
    ['/project/app/Dockerfile.dev'],
    ['/project/app/prod.Dockerfile'],
    ['/project/app/Dockerfile-ci'],
    ['/project/app/Dockerfile', 'test'],
    ['/project/_Überapp__v2_/Containerfile'],
    ['/Dockerfile'],
    ['/project/日本/Dockerfile'],
  ].map(([path = '', target]) => defaultBuildTag({ path, ...(target === undefined ? {} : { target }) }));
  assert.deepEqual(tags, [
    'my-app:latest',
    'app:dev',
    'app:prod',
    'app:ci',
    'app:test',
    'uberapp-v2:latest',
    'image:latest',
    'image:latest',
  ]);
});

test('whatever a folder, a file and a stage are called, the default tag is one', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(name, name, fc.option(name, { nil: undefined }), (folder, file, target) => {
      const path = `/${folder}/${file}.Dockerfile`;
      const tag = defaultBuildTag({ path, ...(target === undefined ? {} : { target }) });
      assert.equal(tagProblem(tag), undefined, tag);
    }),
  );
});

test('each stage of each Dockerfile is remembered by itself', () => {
  const keys = [
    buildTagKey({ path: '/a' }),
    buildTagKey({ path: '/a', target: 'x' }),
    buildTagKey({ path: '/b' }),
  ];
  assert.equal(new Set(keys).size, 3);
});

test('a tag may have no digest, and is latest where it is none', () => {
  assert.equal(tagProblem('app:1'), undefined);
  assert.match(tagProblem(`app@sha256:${'a'.repeat(64)}`) ?? '', /digest/);
  assert.ok(tagProblem('App'));
  assert.equal(withTag('localhost:5000/app'), 'localhost:5000/app:latest');
  assert.equal(withTag('app:1'), 'app:1');
});
