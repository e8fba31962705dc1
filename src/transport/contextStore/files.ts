import { readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';

/** Undefined where the file is not there or empty. Throws a `TransportError` where it can't be read or is not JSON. */
export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransportError(
      'bad-address',
      t('{0} is not valid JSON, so that the docker context can’t be known.', path),
      { cause },
    );
  }
}

/** Undefined where the file is not there. Throws a `TransportError` where it can't be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new TransportError('permission-denied', t('{0} can’t be read ({1}).', path, String(code)), {
      cause,
    });
  }
}

/** A property of what JSON holds; undefined where that is no object or has it not. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
