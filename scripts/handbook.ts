import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AnyLanguage } from '../language-server/server/documents.ts';
import { languages } from '../language-server/server/languages.ts';
import type { Command, FileLanguage, Key } from '../src/commands/command.ts';
import { commands } from '../src/commands/index.ts';
import { categoryOf } from '../src/contributions.ts';
import { settingsTable } from '../src/settings.ts';
import { views } from '../src/views/index.ts';

const folder = new URL('../docs/', import.meta.url);

/** The pages that follow from the tables: their names in docs/ and their texts. */
export function handbook(): Readonly<Record<string, string>> {
  return { 'commands.md': commandsPage(), 'settings.md': settingsPage(), 'rules.md': rulesPage() };
}

/** Names of the pages in docs/ that do not say what the tables say. */
export async function stalePages(): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const [name, text] of Object.entries(handbook())) {
    const is = await readFile(new URL(name, folder), 'utf8').catch(() => undefined);
    if (is !== text) stale.push(name);
  }
  return stale;
}

const made = '<!-- Made by npm run handbook; change the tables instead. -->';

function commandsPage(): string {
  const rows = commands.map(
    (command) =>
      `| ${cell(`${categoryOf(command)}: ${command.title}`)} | ${cell(command.description)} | ${cell(placesOf(command))} | \`gantry.${command.id}\` |`,
  );
  return page('Commands', [
    'Every command is in the palette, and where the third column says. On several selected rows a command does the same to each. A key works on what is selected while the view has the focus. What fails is said in one message, with the engine’s own words.',
    ['| Command | What it does | Where | Id |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ]);
}

const fileNames: { readonly [L in FileLanguage]: string } = {
  dockerfile: 'Dockerfiles in the explorer and the editor',
  dockercompose: 'Compose files in the explorer and the editor',
};
function placesOf(command: Command): string {
  switch (command.on) {
    case 'object': {
      const shortcut = command.key === undefined ? '' : `; ${keyWords(command.key)}`;
      const rows = `menu${command.inline ? ' and button' : ''} of ${command.kind === 'image' ? 'an' : 'a'} ${command.kind}’s row`;
      const place = command.states === undefined ? rows : `${rows}: ${command.states.join(', ')}`;
      return `${place}${shortcut}`;
    }
    case 'file':
      return `menu of ${fileNames[command.language]}`;
    case 'host': {
      const titles = (command.places ?? []).map(
        ({ view }) => views.find(({ id }) => id === view)?.title ?? view,
      );
      return titles.length === 0 ? '' : `title of ${titles.join(', ')}`;
    }
  }
}

/** A shortcut as the keyboard has it. */
function keyWords({ key, mac }: Key): string {
  return mac === undefined ? `<kbd>${key}</kbd>` : `<kbd>${key}</kbd> (macOS <kbd>${mac}</kbd>)`;
}

function settingsPage(): string {
  const rows = Object.entries(settingsTable).map(
    ([name, { type, default: fallback, description, restricted }]) =>
      `| \`${name}\` | ${type} | \`${JSON.stringify(fallback)}\` | ${cell(description)}${restricted ? ' Not taken from an untrusted workspace.' : ''} |`,
  );
  return page('Settings', [
    ['| Setting | Type | Default | What it does |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ]);
}

function rulesPage(): string {
  return page('Lint rules', [
    'What the language server finds in files, beside mistakes of syntax. Each rule’s examples are its tests; the carets stand under what is found.',
    'In Dockerfiles `# check=skip=…` switches BuildKit’s checks off, at the top of the file or right above an instruction. `# hadolint ignore=…` right above an instruction, `# hadolint stage ignore=…` above a FROM and `# hadolint global ignore=…` anywhere do so with hadolint’s rules, and with the checks that hadolint has a name for. A `.hadolint.yaml` or `.hadolint.yml` in the Dockerfile’s folder, or in the nearest above it, says what it says to hadolint: `ignored`, `override`, `trustedRegistries`, `label-schema`, `strict-labels`, `disable-ignore-pragma`. Without one, hadolint’s rules are one step quieter than there.',
    ...languages.flatMap((language) => [`## ${language.id}`, ...language.rules.map(ruleSection)]),
  ]);
}

const sourceNames = { buildkit: 'BuildKit', hadolint: 'hadolint' } as const;

function ruleSection(rule: AnyLanguage['rules'][number]): string {
  const { id, aliases = [], severity, source, docs, url, offByDefault, exampleSettings, bad, good } = rule;
  const whose = source === undefined || source === 'gantry' ? '' : `, of ${sourceNames[source]}`;
  return [
    `### ${id}`,
    `Severity: ${severity}${offByDefault ? ', off unless switched on' : ''}${whose}.${aliases.length === 0 ? '' : ` hadolint calls it ${aliases.join(', ')}.`}${url === undefined ? '' : ` [Documentation](${url})`}`,
    docs.trim(),
    ...(exampleSettings === undefined ? [] : ['With these settings:', fenced(exampleSettings, 'yaml')]),
    ...bad
      .slice(0, 1)
      .flatMap(({ file, fixed }) => [
        'Found:',
        fenced(file),
        ...(fixed === undefined ? [] : ['After the fix:', fenced(fixed)]),
      ]),
    ...good.slice(0, 1).flatMap((file) => ['Right:', fenced(file)]),
  ].join('\n\n');
}

function page(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, made, ...parts].join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

/** With a fence longer than any in the text. */
function fenced(text: string, language = 'text'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const stale = await stalePages();
  if (stale.length === 0) console.log('docs/ is up to date.');
  else if (values.check) {
    console.error(`Stale in docs/: ${stale.join(', ')}. Run npm run handbook.`);
    process.exitCode = 1;
  } else {
    await mkdir(fileURLToPath(folder), { recursive: true });
    const pages = handbook();
    for (const name of stale) await writeFile(new URL(name, folder), pages[name] ?? '');
    console.log(`Written in docs/: ${stale.join(', ')}.`);
  }
}
