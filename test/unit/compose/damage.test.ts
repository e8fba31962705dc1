import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentOf, found } from './fixtures.ts';

/** Each mistake is one finding at the right place, with no false ones behind it. */
const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'a lone word',
    'services:\n  web:\n    ima',
    ['WrongType: ima: There is no “:” after `ima`. Write `ima:` when it is a key.'],
  ],
  [
    'a key without its colon, last in its map',
    'services:\n  web:\n    image: a\n    por\n  db:\n    image: b\n',
    ['InvalidYaml: por: There is no “:” after `por`. Write `por:` when it is a key.'],
  ],
  [
    'a key without its colon, before a sibling',
    'services:\n  web:\n    por\n    image: a\n',
    ['InvalidYaml: por: There is no “:” after `por`. Write `por:` when it is a key.'],
  ],
  [
    'a section without its colon',
    'services\n  web:\n    image: a\n    depends_on: [db]\n  db:\n    image: b\n',
    ['InvalidYaml: services: There is no “:” after `services`. Write `services:` when it is a key.'],
  ],
  [
    'a colon without its space',
    'services:\n  web:\n    image:nginx\n    build: .\n',
    [
      'InvalidYaml: image:: There is no space behind `image:`, so that it is text and no key. Write `image: …`.',
    ],
  ],
  [
    'tabs',
    'services:\n\tweb:\n\t\timage: a\n\t\tdepends_on: [db]\n\tdb:\n\t\timage: b\n',
    ['InvalidYaml: \t: YAML can’t be indented with tabs. Use spaces.'],
  ],
  [
    'a tab among spaces',
    'services:\n  web:\n   \timage: a\n  db:\n    image: b\n',
    ['InvalidYaml:    \t: YAML can’t be indented with tabs. Use spaces.'],
  ],
  [
    'a key too far left',
    'services:\n  web:\n      image: a\n    build: .\n  db:\n    image: b\n',
    [
      'InvalidYaml: build: `build` stands in no column of the keys above it. Indent it like the keys that it belongs to.',
    ],
  ],
  [
    'a service too far left',
    'services:\n    web:\n      image: a\n      depends_on: [api]\n  db:\n    image: b\n    api:\n      image: c\n',
    [
      'InvalidYaml: db: `db` stands in no column of the keys above it. Indent it like the keys that it belongs to.',
    ],
  ],
  [
    'an open quote',
    'services:\n  web:\n    image: "a\n    build: .\n  db:\n    image: b\nvolumes:\n  data:\n',
    ['InvalidYaml: ": This quote is never closed. Write " where the text ends.'],
  ],
  [
    'an open bracket',
    'services:\n  web:\n    image: a\n    command: [b, c\n    build: .\n  db:\n    image: b\n',
    ['InvalidYaml: [: This bracket is never closed. Write `]` where it ends.'],
  ],
  [
    'an open brace over lines',
    'services:\n  web: {\n    image: a,\n  db:\n    image: b\n',
    ['InvalidYaml: {: This bracket is never closed. Write `}` where it ends.'],
  ],
  [
    'an alias of nothing',
    'services:\n  web:\n    image: a\n    <<: *nope\n',
    ['UndefinedAlias: *nope: There is no anchor `&nope` before this alias.'],
  ],
  [
    'a number as a key',
    'services:\n  123:\n    image: a\n',
    ['NonTextKey: 123: A key must be text, and `123` is read as a number. Put it in quotes.'],
  ],
  [
    'two colons',
    'services:\n  web:\n    image: a\n    command: echo a: b\n',
    ['InvalidYaml: echo a: b: A value with “: ” in it needs quotes; without them YAML takes it for a key.'],
  ],
  [
    'a reserved character',
    'services:\n  web:\n    image: @a\n',
    ['InvalidYaml: @: A value can’t start with `@`, which YAML keeps for itself. Put the value in quotes.'],
  ],
  [
    'a list',
    '- web\n- db\n',
    ['NotAMap: - web\n- db: A Compose file is a map with keys such as `services`, and this is a list.'],
  ],
  [
    'a text',
    'some words\n',
    ['NotAMap: some words: A Compose file is a map with keys such as `services`, and this is text.'],
  ],
  [
    'no text at all',
    'PK\u0003\u0004\0\0\u0008',
    ['InvalidYaml: \0: This is no text file: it has a NUL character, so that nothing can be read here.'],
  ],
  [
    'windows line ends',
    'services:\r\n  web:\r\n    image: a\r\n    prots:\r\n      - "80:80"\r\n',
    ['UnknownKey: prots: `prots` is not a key of a service; did you mean `ports`?'],
  ],
  ['a byte order mark', '\ufeffservices:\n  web:\n    image: a\n', []],
];

describe('a broken Compose file', () => {
  for (const [name, text, expected] of cases) {
    test(name, () => assert.deepEqual(found(text), expected));
  }
  test('has the services that can be read', () => {
    const { tree } = documentOf(
      'services:\n  web:\n    image: "a\n  db:\n\t image: b\n  api:\n    image: c\n',
    );
    assert.deepEqual([...tree.declared('service').keys()], ['web', 'db', 'api']);
  });
});

test('what Compose reads its own way', () => {
  const text =
    'services:\n  web: &web\n    image: a\n    tty: yes\n    ports: [22:22, 80]\n    secrets:\n      - source: s\n        mode: 0440\n    environment: !override\n      A: on\n    volumes: !reset null\n  db:\n    <<: *web\nsecrets:\n  s:\n    file: ./s\n';
  assert.deepEqual(found(text), ['BooleanWord: yes: `yes` is text in YAML. Write `true`.']);
});

test('several documents are merged', () => {
  const text = 'services:\n  web:\n    image: a\n    networks: [n]\n---\nnetworks:\n  n:\n';
  assert.deepEqual(found(text), []);
});

test('a file that completes another is not expected to be complete', () => {
  const text =
    'services:\n  web:\n    networks: [elsewhere]\n    depends_on:\n      db:\n        restart: true\n';
  assert.deepEqual(found(text, 'compose.override.yaml'), []);
  assert.deepEqual(found(text, 'compose.dev.yaml'), []);
  assert.equal(found(text, 'compose.yaml').length, 4);
});

test('a stack file keeps its version, and its dialect follows its name only', () => {
  const text = 'version: "3.8"\nservices:\n  web:\n    image: a\n';
  for (const name of ['docker-stack.yml', 'stack.yaml', 'web.stack.yml'])
    assert.deepEqual(found(text, name), [], name);
  for (const name of ['compose.yaml', 'docker-compose.yml']) assert.equal(found(text, name).length, 1, name);
});
