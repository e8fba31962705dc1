import { t } from '@vscode/l10n';
import { ContextError } from './contextError.ts';
import { field, readJson } from './files.ts';
import { metaFile } from './paths.ts';
import { writeAtomically } from './writeAtomically.ts';

/** A context's description as it is in its file, with what we know nothing of. */
export type Meta = Readonly<Record<string, unknown>>;

/** Reads a context's description. Throws a `ContextError` where there is no such context, or it is not an object. */
export function readMeta(env: NodeJS.ProcessEnv, name: string): Meta {
  const file = metaFile(env, name);
  const meta = readJson(file);
  if (meta === undefined) throw new ContextError(t('There is no context “{0}” any more.', name));
  return objectOf(meta, file);
}

/** Whether the store has a context of that name, readable or not. */
export function hasContext(env: NodeJS.ProcessEnv, name: string): boolean {
  try {
    return readJson(metaFile(env, name)) !== undefined;
  } catch {
    return true;
  }
}

/** Throws a `ContextError` where there is a context of that name already. */
export function checkUnused(env: NodeJS.ProcessEnv, name: string): void {
  if (hasContext(env, name)) throw new ContextError(t('There is a context “{0}” already.', name));
}

/** Writes a context's description in the CLI's layout. */
export async function writeMeta(env: NodeJS.ProcessEnv, name: string, meta: Meta): Promise<void> {
  await writeAtomically(metaFile(env, name), JSON.stringify({ ...meta, Name: name }), 0o644);
}

/** What a file is to hold: a JSON object. Throws a `ContextError`. */
export function objectOf(value: unknown, file: string): Meta {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ContextError(t('{0} is not a JSON object.', file));
  return { ...value };
}

/** A part of it with some of its properties set; those that are undefined are left out. */
export function withPart(meta: Meta, key: string, part: Meta): Meta {
  const former = field(meta, key);
  const merged = { ...(typeof former === 'object' && former !== null ? former : {}), ...part };
  return {
    ...meta,
    [key]: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)),
  };
}
