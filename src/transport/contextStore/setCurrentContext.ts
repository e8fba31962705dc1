import { t } from '@vscode/l10n';
import { ContextError } from './contextError.ts';
import { field, readJson, readText } from './files.ts';
import { configFile } from './paths.ts';
import { setProperty } from './setProperty.ts';
import { writeAtomically } from './writeAtomically.ts';

/** The context that the CLI's configuration names; `default` where it names none. Throws where it can't be read. */
export function currentContext(env: NodeJS.ProcessEnv): string {
  const name = field(readJson(configFile(env)), 'currentContext');
  return typeof name === 'string' && name !== '' ? name : 'default';
}

/**
 * Makes a context the one that the docker CLI uses, as `docker context use` does; nothing else in its configuration
 * changes. Throws a `ContextError` where that is not a JSON object.
 */
export async function setCurrentContext(env: NodeJS.ProcessEnv, name: string): Promise<void> {
  const file = configFile(env);
  const text = readText(file) ?? '';
  const value = name === 'default' ? undefined : name;
  if (text.trim() === '') {
    if (value !== undefined) await writeAtomically(file, setProperty('{}', 'currentContext', value), 0o600);
    return;
  }
  const config = readJson(file);
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new ContextError(t('{0} is not a JSON object: nothing was changed.', file));
  const changed = setProperty(text, 'currentContext', value);
  if (changed !== text) await writeAtomically(file, changed, 0o600);
}
