import { basename, dirname } from 'node:path';
import type { FileTarget } from './command.ts';

/** The key that a Dockerfile's last tag is remembered by; each stage has one of its own. */
export function buildTagKey({ path, target }: Pick<FileTarget, 'path' | 'target'>): string {
  return `build.tag:${path}${target === undefined ? '' : `#${target}`}`;
}

/** What an image is called until the person says otherwise: `folder`, with the stage or the file's suffix as its tag. */
export function defaultBuildTag({ path, target }: Pick<FileTarget, 'path' | 'target'>): string {
  const repository = component(basename(dirname(path))).toLowerCase() || 'image';
  const file = basename(path);
  const suffix =
    /^(?:docker|container)file[._-](.+)$/i.exec(file) ?? /^(.+)\.(?:docker|container)file$/i.exec(file);
  const tag = component(target ?? suffix?.[1] ?? '') || 'latest';
  return `${repository}:${tag}`;
}

/** The longest tag that there may be; a repository may be longer, but nobody reads one that is. */
const longest = 128;

/** Any name as a part of a reference: what the grammar has no place for becomes `-`. */
function component(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/[._-]{2,}/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, longest)
    .replace(/[._-]+$/, '');
}
