import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearest } from '../../../language-server/compose/analysis/nearest.ts';
import { grammarProblem } from '../../../language-server/compose/grammar/grammar.ts';
import { splitMount } from '../../../language-server/compose/grammar/mount.ts';
import { splitPort } from '../../../language-server/compose/grammar/port.ts';
import { interpolation } from '../../../language-server/compose/interpolation/interpolation.ts';
import { compose } from '../../../language-server/compose/language.ts';
import { schemaPaths } from '../../../language-server/compose/schema/paths.ts';
import { schema } from '../../../language-server/compose/schema/schema.ts';
import type { Shape } from '../../../language-server/compose/schema/shape.ts';
import { numberOf, scalarType } from '../../../language-server/compose/yaml/scalar.ts';

test('files are served by name: Compose and stack files, never other YAML', () => {
  const mine = [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'docker-compose.dev.yaml',
    'compose.override.yaml',
  ];
  for (const name of [...mine, 'stack.yml', 'docker-stack.yaml', 'web.stack.yml', 'docker-stack.prod.yml']) {
    assert.ok(compose.matches(name), name);
  }
  for (const name of [
    'values.yaml',
    'mycompose.yaml',
    'composer.yml',
    'haystack.yaml',
    'compose.json',
    '.gitlab-ci.yml',
  ]) {
    assert.ok(!compose.matches(name), name);
  }
});

test('the schema has every path of the specification that people use, and says what each means', () => {
  const paths = schemaPaths();
  assert.deepEqual(paths, [...new Set(paths)]);
  for (const path of [
    'services.*.ports[].published',
    'services.*.build.no_cache_filter',
    'services.*.develop.watch[].initial_sync',
    'services.*.deploy.resources.reservations.devices[].device_ids',
    'services.*.networks.*.gw_priority',
    'services.*.pre_start[].command',
    'networks.*.ipam.config[].aux_addresses',
    'models.*.runtime_flags',
    'include[].project_directory',
  ]) {
    assert.ok(paths.includes(path), path);
  }
  const check = (shape: Shape): void => {
    if (shape.kind === 'map') {
      for (const [key, attribute] of Object.entries(shape.keys)) {
        assert.match(attribute.doc, /^\S.*\.$/s, key);
        check(attribute.shape);
      }
    } else if (shape.kind === 'list' || shape.kind === 'names') check(shape.of);
    else if (shape.kind === 'oneOf') shape.shapes.forEach(check);
  };
  check(schema);
});

describe('values', () => {
  test('scalars are read as Compose reads them', () => {
    const type = (value: string) =>
      scalarType({ kind: 'scalar', style: 'plain', value, span: { start: 0, end: 0 } });
    for (const value of ['yes', 'on', '22:22', '1.2.3', '0x', '2024-01-01', '-', '.'])
      assert.equal(type(value), 'text', value);
    for (const value of ['0440', '1_000', '0x1F', '-1', '.5', '1e3', '.inf', '08'])
      assert.equal(type(value), 'number', value);
    for (const value of ['true', 'FALSE']) assert.equal(type(value), 'boolean', value);
    for (const value of ['', '~', 'null']) assert.equal(type(value), 'null', value);
    assert.equal(numberOf('0440'), 288);
  });
  test('a short port is split at the right colons', () => {
    const parts = (value: string) => {
      const { address, published, target, protocol } = splitPort(value);
      return [address?.text, published?.text, target.text, protocol?.text];
    };
    assert.deepEqual(parts('80'), [undefined, undefined, '80', undefined]);
    assert.deepEqual(parts('127.0.0.1::80/udp'), ['127.0.0.1', '', '80', 'udp']);
    assert.deepEqual(parts('[::1]:8080:80'), ['[::1]', '8080', '80', undefined]);
  });
  test('a short mount is split outside of drives and variables', () => {
    const parts = (value: string) => {
      const { source, target, options } = splitMount(value);
      return [source?.text, target.text, options?.text];
    };
    assert.deepEqual(parts('/data'), [undefined, '/data', undefined]);
    assert.deepEqual(parts('C:\\a:/b:ro'), ['C:\\a', '/b', 'ro']);
    assert.deepEqual(parts('${A:-b:c}:/d'), ['${A:-b:c}', '/d', undefined]);
  });
  test('grammars take what the tools take', () => {
    const ok = {
      duration: ['1m30s', '0', '1.5h', '2d'],
      bytes: ['1', '2gb', '1.5 MiB', '-1'],
      image: ['a', 'a:1', `localhost:5000/a/b@sha256:${'0'.repeat(64)}`, 'ghcr.io/A/b'.toLowerCase()],
    };
    for (const [grammar, values] of Object.entries(ok)) {
      for (const value of values) assert.equal(grammarProblem(grammar as 'bytes', value), undefined, value);
    }
    for (const value of ['1', 's', '1 s']) assert.ok(grammarProblem('duration', value), value);
    for (const value of ['80:', ':', 'a', '70000', '90-80', '1.2.3:80:80'])
      assert.ok(grammarProblem('port', value), value);
  });
});

test('variables, also inside of defaults, and what is none', () => {
  const names = (text: string) =>
    interpolation(text).variables.map(({ name, operator }) => `${name}${operator ?? ''}`);
  const errors = (text: string) =>
    interpolation(text).errors.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
  assert.deepEqual(names('$A ${B} ${C:-$D${E?x}} $$F ${G:+g}'), ['A', 'B', 'C:-', 'D', 'E?', 'G:+']);
  assert.deepEqual(errors('$A ${B:-{}} $$$$'), []);
  assert.deepEqual(errors('a$ ${} ${b!c} ${d'), ['dollar $', 'name ${}', 'operator ${b!c}', 'unclosed ${d']);
  assert.equal(interpolation('${a:-'.repeat(20_000)).errors.length, 20_000);
});

test('the nearest name is the one that was meant', () => {
  const keys = ['ports', 'networks', 'depends_on', 'image', 'init', 'environment'];
  assert.equal(nearest('prots', keys), 'ports');
  assert.equal(nearest('dependsOn', keys), 'depends_on');
  assert.equal(nearest('env', keys), 'environment');
  assert.equal(nearest('zzz', keys), undefined);
});
