import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose } from '../../../language-server/compose/language.ts';
import { applyEdits } from '../../../language-server/text/edit.ts';
import { readCursor } from '../fixture.ts';
import { documentOf, surroundings } from './fixtures.ts';

async function complete(fixture: string, fileName?: string) {
  const { text, offset } = readCursor(fixture);
  const document = documentOf(text, fileName);
  const items = await compose.completion?.(document, offset, surroundings, new AbortController().signal);
  return { text, items: items ?? [] };
}

async function labels(fixture: string): Promise<readonly string[]> {
  const { items } = await complete(fixture);
  return [...items]
    .sort((a, b) => (a.sortText ?? a.label).localeCompare(b.sortText ?? b.label))
    .map(({ label }) => label);
}

/** The text after the item of that label is accepted; placeholders stay as they are. */
async function accept(fixture: string, label: string): Promise<string> {
  const { text, items } = await complete(fixture);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `no ${label} among ${items.map((one) => one.label).join(' ')}`);
  return applyEdits(text, [item.edit]);
}

const db = '  db:\n    image: postgres\n';

describe('completion in a Compose file', () => {
  test('keys of a service, the usual ones first, without those that are there', async () => {
    const all = await labels('services:\n  web:\n    image: a\n    $0\n');
    assert.deepEqual(all.slice(0, 5), ['build', 'command', 'depends_on', 'environment', 'healthcheck']);
    assert.ok(all.includes('ulimits') && !all.includes('image'));
  });
  test('keys before a sibling, in an item, in braces, at the top and in a file with tabs', async () => {
    assert.ok((await labels('services:\n  web:\n    po$0\n    image: a\n')).includes('ports'));
    assert.deepEqual(
      (await labels('services:\n  web:\n    image: a\n    volumes:\n      - type: bind\n        $0\n')).slice(
        0,
        2,
      ),
      ['source', 'target'],
    );
    assert.ok((await labels('services:\n  web: { image: a, $0 }\n')).includes('ports'));
    assert.ok((await labels('services:\n  web:\n    image: a\n$0')).includes('networks'));
    assert.ok((await labels('services:\n\tweb:\n\t\timage: a\n\t\t$0\n')).includes('ports'));
  });
  test('a key brings what follows it, in the file’s own steps', async () => {
    assert.equal(await accept('services:\n  web:\n    im$0\n', 'image'), 'services:\n  web:\n    image: \n');
    assert.equal(
      await accept('services:\n    web:\n        po$0\n', 'ports'),
      'services:\n    web:\n        ports:\n    - "${1:8080}:${2:80}"\n',
    );
    assert.equal(
      await accept('services:\n  web:\n    im$0age: a\n', 'image'),
      'services:\n  web:\n    image: a\n',
    );
  });
  test('words and booleans', async () => {
    assert.deepEqual(await labels('services:\n  web:\n    depends_on:\n      db:\n        condition: $0\n'), [
      'service_started',
      'service_healthy',
      'service_completed_successfully',
    ]);
    assert.deepEqual(await labels('services:\n  web:\n    tty: $0\n    image: a\n'), ['false', 'true']);
    assert.equal(
      await accept('services:\n  web:\n    tty:$0\n    image: a\n', 'true'),
      'services:\n  web:\n    tty: true\n    image: a\n',
    );
  });
  test('names of what the file declares', async () => {
    assert.deepEqual(await labels(`services:\n  web:\n    depends_on: [$0]\n${db}`), ['db']);
    assert.deepEqual(await labels(`services:\n  web:\n    depends_on:\n      - $0\n${db}`), ['db']);
    assert.deepEqual(await labels(`services:\n  web:\n    depends_on:\n      - d$0\n    image: a\n${db}`), [
      'db',
    ]);
    assert.equal(
      await accept(`services:\n  web:\n    depends_on:\n      d$0\n${db}`, 'db'),
      `services:\n  web:\n    depends_on:\n      db:\n  condition: $0\n${db}`,
    );
    assert.deepEqual(
      await labels(`services:\n  web:\n    network_mode: service:$0\n${db}`).then((all) => all[0]),
      'service:db',
    );
    assert.deepEqual(await labels('services:\n  web:\n    networks: [a, $0]\nnetworks:\n  a:\n  b:\n'), [
      'b',
      'default',
    ]);
    assert.deepEqual(
      await labels('services:\n  web:\n    secrets:\n      - source: $0\nsecrets:\n  s: { file: f }\n'),
      ['s'],
    );
    assert.equal(
      await accept('services:\n  web:\n    volumes:\n      - da$0\nvolumes:\n  data:\n', 'data'),
      'services:\n  web:\n    volumes:\n      - data:\nvolumes:\n  data:\n',
    );
    assert.deepEqual(await labels('services:\n  web:\n    volumes: ["data:/d"]\nvolumes:\n  $0\n'), ['data']);
  });
  test('images of the engine and paths of the folder', async () => {
    assert.equal(
      await accept('services:\n  web:\n    image: ngi$0\n', 'nginx:1.27'),
      'services:\n  web:\n    image: nginx:1.27\n',
    );
    assert.deepEqual(await labels('services:\n  web:\n    build: $0\n'), ['src/']);
    assert.deepEqual(await labels('services:\n  web:\n    build:\n      dockerfile: $0\n'), [
      'Dockerfile',
      'Dockerfile.dev',
      'secret.txt',
      'src/',
    ]);
    assert.equal(
      await accept('services:\n  web:\n    volumes:\n      - ./src/$0:/app\n', 'main.ts'),
      'services:\n  web:\n    volumes:\n      - ./src/main.ts:/app\n',
    );
  });
  test('nothing in comments, in block text and in keys of the person’s own', async () => {
    assert.deepEqual(await labels('services:\n  web:\n    # im$0\n'), []);
    assert.deepEqual(await labels('services:\n  web:\n    command: |\n      ec$0\n'), []);
    assert.deepEqual(await labels('x-mine:\n  a$0\n'), []);
  });
});

describe('hover in a Compose file', () => {
  const hover = (fixture: string): string | undefined => {
    const { text, offset } = readCursor(fixture);
    return compose.hover?.(documentOf(text), offset)?.contents;
  };
  test('a key', () => {
    const contents = hover('services:\n  web:\n    de$0pends_on: []\n') ?? '';
    assert.match(contents, /^\*\*`depends_on`\*\*: a list or a map\n\nServices that start before/);
    assert.match(
      hover('services:\n  web:\n    gpu$0s: all\n') ?? '',
      /Since Docker Compose 2\.30\.0\.\n\n`docker stack deploy` refuses it\./,
    );
  });
  test('a name, an alias, a variable, a word', () => {
    assert.equal(
      hover(`services:\n  web:\n    depends_on: [d$0b]\n${db}`),
      '**service `db`**\n\n```yaml\ndb:\n  image: postgres\n```',
    );
    assert.match(
      hover('x-a: &a\n  tty: true\nservices:\n  web: *$0a\n') ?? '',
      /^The value of `&a`:\n\n```yaml\ntty: true\n```$/,
    );
    assert.equal(
      hover('services:\n  web:\n    image: a:${T$0AG:-1}\n'),
      'The variable `TAG`, from the environment or `.env`; `1` when it is not set or empty.',
    );
    assert.match(hover('services:\n  web:\n    restart: al$0ways\n') ?? '', /^`always`: /);
    assert.equal(hover('services:\n  web:\n    image: a\n$0'), undefined);
  });
});

test('symbols are sections, what they declare, and its keys', () => {
  const [services, volumes] = compose.symbols?.(documentOf(`services:\n${db}volumes:\n  data:\n`)) ?? [];
  assert.equal(services?.kind, 'section');
  assert.deepEqual(
    services?.children.map(({ name, kind, detail, children }) => [
      name,
      kind,
      detail,
      children.map((child) => child.name),
    ]),
    [['db', 'service', 'postgres', ['image']]],
  );
  assert.deepEqual(
    volumes?.children.map(({ name, kind }) => [name, kind]),
    [['data', 'volume']],
  );
});

test('code lenses run all services, or one; not in files that can’t be run alone', () => {
  const text = `services:\n${db}`;
  const lenses = compose.codeLenses?.(documentOf(text)) ?? [];
  const uri = 'file:///project/compose.yaml';
  assert.deepEqual(
    lenses.map(({ title, command, arguments: given, span }) => [
      text.slice(span.start, span.end),
      title,
      command,
      given,
    ]),
    [
      ['services', 'Run all services', 'gantry.compose.up', [{ uri }]],
      ['db', 'Run service', 'gantry.compose.up', [{ uri, services: ['db'] }]],
    ],
  );
  for (const name of ['compose.override.yaml', 'stack.yml'])
    assert.deepEqual(compose.codeLenses?.(documentOf(text, name)), []);
  assert.deepEqual(compose.codeLenses?.(documentOf('networks:\n  a:\n')), []);
});

test('renaming reaches the declaration and every use', () => {
  const rename = (fixture: string, name: string): string => {
    const { text, offset } = readCursor(fixture);
    const symbol = compose.symbolAt?.(documentOf(text), offset);
    return applyEdits(
      text,
      (symbol?.uses ?? []).map((span) => ({ span, newText: name })),
    );
  };
  const services = (name: string, at = ''): string =>
    `services:\n  web:\n    image: a\n    depends_on: [${name}${at}]\n    links: ["${name}:alias"]\n    network_mode: service:${name}\n  "${name}":\n    image: b\n`;
  assert.equal(rename(services('db', '$0'), 'store'), services('store'));
  const volumes = (name: string, at = ''): string =>
    `services:\n  web:\n    image: a\n    volumes:\n      - ${name}:/data:ro\nvolumes:\n  ${name}${at}:\n`;
  assert.equal(rename(volumes('data', '$0'), 'files'), volumes('files'));
  const anchors = (name: string, at = ''): string =>
    `x-a: &${name}${at}\n  tty: true\nservices:\n  web:\n    <<: *${name}\n    image: a\n`;
  assert.equal(rename(anchors('common', '$0'), 'shared'), anchors('shared'));
});

test('a new name is held against the grammar and the others', () => {
  const { text, offset } = readCursor(`services:\n  w$0eb:\n    image: a\n${db}`);
  const document = documentOf(text);
  const symbol = compose.symbolAt?.(document, offset);
  assert.ok(symbol);
  const problem = (name: string) => compose.nameProblem?.(document, symbol, name);
  assert.equal(problem('api'), undefined);
  assert.equal(problem('db'), 'There is a service `db` already.');
  assert.match(problem('a b') ?? '', /takes letters/);
});
