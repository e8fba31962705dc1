import { dirname } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FileLanguage, FileTarget } from '../commands/command.ts';
import { pickOne } from './pick.ts';

/** Which files of a workspace are offered when a command is run from the palette with none of its kind open. */
const patterns: { readonly [L in FileLanguage]: string } = {
  dockerfile: '**/{[Dd]ockerfile,[Dd]ockerfile.*,*.[Dd]ockerfile,[Cc]ontainerfile,[Cc]ontainerfile.*}',
  dockercompose: '**/{compose,compose.*,docker-compose,docker-compose.*}.{yml,yaml}',
};
/** What is said of such files, each in a sentence of its own. */
const words: {
  readonly [L in FileLanguage]: { none(): string; select(): string; onDisk(): string };
} = {
  dockerfile: {
    none: () => t('There is no Dockerfile in this workspace.'),
    select: () => t('Select a Dockerfile'),
    onDisk: () => t('Save the Dockerfile to the disk first.'),
  },
  dockercompose: {
    none: () => t('There is no Compose file in this workspace.'),
    select: () => t('Select a Compose file'),
    onDisk: () => t('Save the Compose file to the disk first.'),
  },
};
const mostFiles = 500;

/** The files that a command works on, saved, or a sentence that says why there are none; undefined when dismissed. */
export type FoundFiles = { readonly files: readonly FileTarget[] } | { readonly nothing: string } | undefined;

/**
 * Finds the files that a command was called with: from a code lens or a drop `{ uri, … }`, from the explorer or an editor
 * `(uri, uris)`, from the palette nothing, which means the active editor's or one that the person picks.
 */
export async function filesOf(
  language: FileLanguage,
  args: readonly unknown[],
  title: string,
  signal: AbortSignal,
): Promise<FoundFiles> {
  const named = fromCodeLens(args[0]) ?? (await fromUris(args, language)) ?? fromEditor(language);
  if (named !== undefined) return targets(named, language);
  const found = await vscode.workspace.findFiles(patterns[language], '**/node_modules/**', mostFiles);
  if (found.length === 0) return { nothing: words[language].none() };
  const choices = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), icon: 'file', value: uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const uri = await pickOne({ title, placeholder: words[language].select(), choices }, signal);
  return uri && targets([{ uri }], language);
}

interface Named {
  readonly uri: vscode.Uri;
  readonly target?: string;
  readonly services?: readonly string[];
}

function fromCodeLens(value: unknown): readonly Named[] | undefined {
  if (typeof value !== 'object' || value === null || value instanceof vscode.Uri) return undefined;
  if (!('uri' in value) || typeof value.uri !== 'string') return undefined;
  const { uri } = value;
  const target = 'target' in value && typeof value.target === 'string' ? { target: value.target } : {};
  const list = 'services' in value && Array.isArray(value.services) ? value.services : undefined;
  const services = list && { services: list.filter((name): name is string => typeof name === 'string') };
  return [{ uri: vscode.Uri.parse(uri), ...target, ...services }];
}

async function fromUris(
  args: readonly unknown[],
  language: FileLanguage,
): Promise<readonly Named[] | undefined> {
  const [first, all] = args;
  if (!(first instanceof vscode.Uri)) return undefined;
  const chosen = Array.isArray(all) ? all.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri) : [];
  if (chosen.length < 2) return [{ uri: first }];
  const documents = await Promise.all(chosen.map((uri) => vscode.workspace.openTextDocument(uri)));
  return documents.filter(({ languageId }) => languageId === language);
}

function fromEditor(language: FileLanguage): readonly Named[] | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === language ? [{ uri: document.uri }] : undefined;
}

/** Saves what the editor holds: the engine and the CLI read the disk. */
async function targets(named: readonly Named[], language: FileLanguage): Promise<FoundFiles> {
  const files: FileTarget[] = [];
  for (const { uri, target, services } of named) {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (uri.scheme !== 'file') return { nothing: words[language].onDisk() };
    if (document?.isDirty && !(await document.save())) {
      return {
        nothing: t(
          '{0} could not be saved, and the disk holds an older text.',
          vscode.workspace.asRelativePath(uri),
        ),
      };
    }
    files.push({
      uri: uri.toString(),
      path: uri.fsPath,
      workspaceFolder: vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? dirname(uri.fsPath),
      ...(target === undefined ? {} : { target }),
      ...(services === undefined ? {} : { services }),
    });
  }
  return { files };
}
