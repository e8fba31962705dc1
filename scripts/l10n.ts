import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commands } from '../src/commands/index.ts';
import { type Setting, settingsTable } from '../src/settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = `${root}l10n/bundle.l10n.json`;

/** Calls of `t`: with a literal, which is the text's key; with an object that has it; with anything else. */
const call = /(?<![\w.])t\(\s*(?:\{\s*message:\s*)?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\s])/g;

/** The bundle that translations start from, each text under itself: as it is, undefined where there is none, and as it should be. */
export async function bundle(): Promise<{ readonly is: string | undefined; readonly wanted: string }> {
  const is = await readFile(path, 'utf8').catch(() => undefined);
  const texts = new Set([...sources().flatMap(({ text }) => textsIn(text)), ...titles()]);
  const sorted = Object.fromEntries([...texts].sort().map((text) => [text, text]));
  return { is, wanted: `${JSON.stringify(sorted, undefined, 2)}\n` };
}

/** Files in `src/` that call `t` with what is no literal, so that nobody can collect it. */
export function uncollected(): readonly string[] {
  return sources()
    .filter(({ text }) =>
      [...text.matchAll(call)].some(([whole, key]) => !isLiteral(key) && !titled(whole, text)),
    )
    .map((source) => source.path);
}

/** What the tables say and code shows, looked up by the table's own words: commands' titles, and settings to choose. */
function titles(): readonly string[] {
  const settings = Object.values<Setting>(settingsTable).flatMap((setting) =>
    'values' in setting && setting.values !== undefined
      ? [setting.description, ...Object.values(setting.values)]
      : [],
  );
  return [...commands.map(({ title }) => title), ...settings];
}

/** How code names what is collected from the tables. */
const fromTables = ['command.title', 'setting.description', 'meaning'];

function titled(whole: string, text: string): boolean {
  return fromTables.some((name) => text.includes(`${whole.slice(0, -1)}${name})`));
}

function textsIn(source: string): readonly string[] {
  return [...source.matchAll(call)].flatMap(([, key]) => (isLiteral(key) ? [unquoted(key)] : []));
}

function isLiteral(key: string | undefined): key is string {
  return key !== undefined && /^['"]./.test(key);
}

/** A string literal's value. What JSON does not know of it is the quote of the other kind. */
function unquoted(literal: string): string {
  const inner = literal.slice(1, -1).replaceAll("\\'", "'");
  return JSON.parse(`"${literal.startsWith("'") ? inner.replaceAll('"', '\\"') : inner}"`);
}

function sources(): readonly { readonly path: string; readonly text: string }[] {
  return globSync('src/**/*.ts', { cwd: root })
    .sort()
    .map((file) => ({ path: file, text: readFileSync(`${root}${file}`, 'utf8') }))
    .filter(({ text }) => text.includes("from '@vscode/l10n'"));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const { is, wanted } = await bundle();
  if (is === wanted) console.log('l10n/bundle.l10n.json is up to date.');
  else if (values.check) {
    console.error('l10n/bundle.l10n.json does not say what the sources say: run npm run l10n.');
    process.exitCode = 1;
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, wanted);
    console.log('l10n/bundle.l10n.json written.');
  }
}
