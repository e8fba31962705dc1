import { EngineError } from './errors.ts';

/** An id or a name as one segment of an API path. Throws `refused` for what would change the path itself. */
export function segment(name: string): string {
  if (name === '' || name === '.' || name === '..') {
    throw new EngineError('refused', `“${name}” is not a name that an engine knows.`);
  }
  return encodeURIComponent(name);
}

/** An image reference as API path: its slashes stay, all else is encoded. */
export function referencePath(reference: string): string {
  return reference.split('/').map(segment).join('/');
}
