import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { languages } from '../../language-server/server/languages.ts';
import { stalePages } from '../../scripts/handbook.ts';
import { commands } from '../../src/commands/index.ts';
import { views } from '../../src/views/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each layer may import beside itself: the arrows of ARCHITECTURE.md. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/transport': [],
  'src/engine': ['src/transport'],
  'src/hosts': ['src/engine', 'src/transport'],
  'src/words': [],
  'src/settings.ts': [],
  'src/commands': ['src/hosts', 'src/engine', 'src/transport', 'src/words', 'src/settings.ts'],
  'src/views': ['src/commands', 'src/hosts', 'src/engine', 'src/words', 'src/settings.ts'],
  // What pages show, as plain data; a page runs in a browser and has nothing but this.
  'src/webviews': [],
  'src/contributions.ts': ['src/commands', 'src/engine', 'src/views', 'src/settings.ts', 'syntaxes'],
  'src/vscode': [
    'src/commands',
    'src/views',
    'src/hosts',
    'src/engine',
    'src/transport',
    'src/webviews',
    'src/words',
    'src/settings.ts',
  ],
  'language-server/text': [],
  // Rules are part of a language and running them takes one: one layer of two names. No file's imports are a circle.
  'language-server/lint': ['language-server/language.ts', 'language-server/text'],
  'language-server/language.ts': ['language-server/lint', 'language-server/text'],
  // The names of the client's commands, which code lenses carry.
  'language-server/server/requests.ts': ['language-server/language.ts'],
  'language-server/dockerfile': [
    'language-server/language.ts',
    'language-server/lint',
    'language-server/server/requests.ts',
    'language-server/text',
  ],
  'language-server/compose': [
    'language-server/language.ts',
    'language-server/lint',
    'language-server/server/requests.ts',
    'language-server/text',
  ],
  'language-server/server': [
    'language-server/compose',
    'language-server/dockerfile',
    'language-server/language.ts',
    'language-server/lint',
    'language-server/server/requests.ts',
    'language-server/text',
    'package.json',
  ],
};

/** The only layers that may know a package; that of anything under it is meant too. */
const knownOnlyIn: Readonly<Record<string, readonly string[]>> = {
  vscode: ['src/vscode'],
  'vscode-languageclient': ['src/vscode'],
  'vscode-languageserver': ['language-server/server'],
  dockerode: ['src/engine'],
  // Compose files are YAML, and so is hadolint's configuration.
  yaml: ['language-server/compose', 'language-server/dockerfile'],
};

interface Source {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** As written, in order. */
  readonly imports: readonly string[];
}

const shipped = sourcesOf('src', 'language-server');
const all = [...shipped, ...sourcesOf('scripts', 'test')];

describe('the architecture', () => {
  test('every file is in a layer', () => {
    assert.deepEqual(pathsOf(shipped.filter(({ path }) => layerOf(path) === undefined)), []);
  });

  test('layers import only what lies below them', () => {
    const wrong = shipped.flatMap(({ path, imports }) => {
      const layer = layerOf(path) ?? '';
      return imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolved(path, specifier))
        .filter((target) => {
          const other = layerOf(target) ?? target.split('/')[0] ?? '';
          return other !== layer && !(layers[layer] ?? []).includes(other);
        })
        .map((target) => `${path} → ${target}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('packages are known only to the layer that wraps them', () => {
    const wrong = shipped.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => {
          const knowing = knownOnlyIn[specifier.split('/')[0] ?? ''];
          return knowing !== undefined && !knowing.includes(layerOf(path) ?? '');
        })
        .map((specifier) => `${path} → ${specifier}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('no import leads back to where it began', () => {
    assert.deepEqual(cycles(all), []);
  });

  test('no file has more than 400 lines', () => {
    assert.deepEqual(pathsOf(all.filter(({ text }) => text.split('\n').length - 1 > 400)), []);
  });

  test('nothing is excused from the checks, of which one forbids `any`', () => {
    const { linter } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    assert.equal(linter.rules.suspicious.noExplicitAny, 'error');
    // In two parts, so that this file does not hold them.
    const excuses = new RegExp(['biome-' + 'ignore', '@ts-' + '(?:ignore|nocheck|expect-error)'].join('|'));
    assert.deepEqual(pathsOf(all.filter(({ text }) => excuses.test(text))), []);
  });

  test('no module keeps state of its own', () => {
    const stateful = [...shipped, ...sourcesOf('scripts')].filter(({ text }) =>
      /^(?:export )?(?:let|var) /m.test(codeOf(text)),
    );
    assert.deepEqual(pathsOf(stateful), []);
  });
});

describe('the tables', () => {
  test('list every command', async () => {
    const declared = shipped.filter(({ text }) =>
      /^export const \w+ = (?:object|file|host)Command\(/m.test(text),
    );
    assert.ok(declared.length > 0);
    assert.deepEqual(await missing(declared, commands), []);
    assert.equal(commands.length, declared.length);
  });

  test('list every view', async () => {
    const declared = shipped.filter(({ text }) => /^export const \w+: (?:Engine|Hosts)View = /m.test(text));
    assert.ok(declared.length > 0);
    assert.deepEqual(await missing(declared, views), []);
    assert.equal(views.length, declared.length);
  });

  test('list every rule', async () => {
    const listed = new Set<unknown>(languages.flatMap(({ rules }) => rules));
    const declared = shipped.filter(
      ({ path, text }) =>
        /\/rules\/(?:\w+\/)?\w+\.ts$/.test(path) && /\bRule<|\b(?:rule|buildCheck|hadolintRule)\(/.test(text),
    );
    const unlisted: string[] = [];
    for (const { path } of declared) {
      if (basename(path) === 'index.ts') continue;
      const exported = Object.values(await load(path)).flatMap((value) =>
        Array.isArray(value) ? value : [value],
      );
      const rules = exported.filter(
        (value) => typeof value === 'object' && value !== null && 'check' in value,
      );
      if (rules.some((rule) => !listed.has(rule))) unlisted.push(path);
    }
    assert.deepEqual(unlisted, []);
  });

  test('are what the handbook says', async () => {
    assert.deepEqual(await stalePages(), [], 'run npm run handbook');
  });
});

function pathsOf(sources: readonly Source[]): readonly string[] {
  return sources.map(({ path }) => path);
}

/** Files whose export of their own name is not in a table. */
async function missing(files: readonly Source[], table: readonly unknown[]): Promise<readonly string[]> {
  const absent: string[] = [];
  for (const { path } of files) {
    const exported = Object.values(await load(path));
    if (!exported.some((value) => table.includes(value))) absent.push(path);
  }
  return absent;
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(join(root, path)).href)) as Readonly<Record<string, unknown>>;
}

function sourcesOf(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('test/fixtures/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '');
}

function resolved(path: string, specifier: string): string {
  return posix.join(dirname(path), specifier);
}

function layerOf(path: string): string | undefined {
  return Object.keys(layers).find((layer) => path === layer || path.startsWith(`${layer}/`));
}

/** The code without comments, strings and templates: near enough, as regular expressions may hold their marks. */
function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    "''",
  );
}

/** Each circle of imports once, as its files in order. */
function cycles(sources: readonly Source[]): readonly string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const specifier of byPath.get(path)?.imports ?? []) {
      if (specifier.startsWith('.')) visit(resolved(path, specifier), [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
