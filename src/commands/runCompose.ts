import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { t } from '@vscode/l10n';
import type { Host } from '../hosts/host.ts';
import type { CommandContext, FileTarget } from './command.ts';
import { findCompose } from './composeCli.ts';

/** Names that Compose looks for by itself, and those that it then merges (compose-go `cli/options.go`). */
const defaultNames: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
];
const overrideNames: readonly string[] = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * Runs a subcommand of Compose on a file, in a terminal, against the active host. Resolves when it has ended well, was
 * interrupted or its terminal was closed; throws where it failed.
 */
export async function runCompose(
  file: FileTarget,
  args: readonly string[],
  { host, ui, signal }: CommandContext,
): Promise<void> {
  const compose = await findCompose(process.env, signal);
  const code = await ui.process({
    name: `Compose ${args[0]} ${basename(dirname(file.path))}`,
    icon: 'layers',
    file: compose.file,
    args: [...compose.args, ...fileArguments(file.path), ...args, ...(file.services ?? [])],
    cwd: dirname(file.path),
    env: composeEnvironment(host),
  });
  if (code === undefined || code === 0 || code === interrupted) return;
  throw new Error(
    t(
      '{0} ended with exit code {1} for {2}. Its terminal says why.',
      `docker compose ${args[0]}`,
      code,
      basename(file.path),
    ),
  );
}

/** Ctrl-C. */
const interrupted = 130;

/**
 * The file and, as Compose merges it when it finds its files by itself, the override file beside it. The project's folder
 * and name follow from the first one.
 */
export function fileArguments(path: string): readonly string[] {
  const folder = dirname(path);
  const override = defaultNames.includes(basename(path))
    ? overrideNames.map((name) => join(folder, name)).find((name) => existsSync(name))
    : undefined;
  return ['--file', path, ...(override === undefined ? [] : ['--file', override])];
}

/** What makes the CLI speak to the same engine. An empty DOCKER_HOST is none, and else goes before a context. */
export function composeEnvironment({
  id,
  name,
  address,
}: Pick<Host, 'id' | 'name' | 'address'>): Record<string, string> {
  return id.startsWith('context:') ? { DOCKER_CONTEXT: name, DOCKER_HOST: '' } : { DOCKER_HOST: address };
}
