import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { manifest } from '../src/contributions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Keys of the manifest whose texts a person reads, and where the keys of their translations come from. */
const readable = new Set([
  'title',
  'label',
  'name',
  'category',
  'contextualTitle',
  'contents',
  'description',
  'markdownDescription',
  'markdownEnumDescriptions',
]);

interface File {
  readonly name: string;
  readonly is: string;
  readonly wanted: string;
}

/** package.json and package.nls.json, which has its texts, as they are and as the tables want them. */
export async function manifestFiles(): Promise<readonly File[]> {
  const is = await readFile(`${root}package.json`, 'utf8');
  const texts = new Map<string, string>();
  const localized = withKeys(manifest, [], texts);
  const wanted = { ...(JSON.parse(is) as object), ...(localized as object) };
  return [
    { name: 'package.json', is, wanted: json(wanted) },
    {
      name: 'package.nls.json',
      is: await readFile(`${root}package.nls.json`, 'utf8').catch(() => ''),
      wanted: json(Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))),
    },
  ];
}

/** The same with each readable text replaced by the `%key%` that it is found under. */
function withKeys(value: unknown, path: readonly string[], texts: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withKeys(item, [...path, nameOf(item, i)], texts));
  if (typeof value !== 'object' || value === null) return value;
  // A setting's name has dots of its own; what an object is called by comes before what it has.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const here = [...path, key];
      if (!readable.has(key)) return [key, withKeys(inner, here, texts)];
      if (typeof inner === 'string') return [key, keyed(inner, here, texts)];
      if (Array.isArray(inner) && inner.every((text) => typeof text === 'string'))
        return [key, inner.map((text, i) => keyed(text, [...here, String(i)], texts))];
      return [key, withKeys(inner, here, texts)];
    }),
  );
}

function keyed(text: string, path: readonly string[], texts: Map<string, string>): string {
  const key = keyOf(text, path);
  const other = texts.get(key);
  if (other !== undefined && other !== text) throw new Error(`Two texts have the key ${key}.`);
  texts.set(key, text);
  return `%${key}%`;
}

/** By where a text is; what many places share, or what has no name of its own there, is called by its first words. */
function keyOf(text: string, path: readonly string[]): string {
  const [first, ...words] = text.match(/[\p{L}\d]+/gu)?.slice(0, 12) ?? [];
  const slug = [
    first?.toLowerCase(),
    ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('');
  switch (path.at(-1)) {
    case 'category':
      return `category.${slug}`;
    case 'contents':
      return `welcome.${slug}`;
    default:
      return path.filter((part) => !['contributes', 'properties', 'items'].includes(part)).join('.');
  }
}

/** What an item of a list is called by: its own id where it has one, so that its key stays when the list changes. */
function nameOf(item: unknown, i: number): string {
  if (typeof item !== 'object' || item === null) return String(i);
  const { command, id } = item as Readonly<Record<string, unknown>>;
  const own = command ?? id;
  return typeof own === 'string' ? own : String(i);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const stale = (await manifestFiles()).filter(({ is, wanted }) => is !== wanted);
  const names = stale.map(({ name }) => name).join(' and ');
  if (stale.length === 0) console.log('package.json is up to date.');
  else if (values.check) {
    console.error(`${names} does not say what the tables say: run npm run manifest.`);
    process.exitCode = 1;
  } else {
    for (const { name, wanted } of stale) await writeFile(`${root}${name}`, wanted);
    console.log(`${names} written.`);
  }
}
