import { mountOptions } from '../analysis/mounts.ts';
import type { Instruction } from '../syntax/tree.ts';

/**
 * Whether a RUN has a cache or a tmpfs mounted on a path with `part` in it, so that what is written there is not in the
 * image.
 */
export function hasCacheMount({ flags, line }: Instruction, part: string): boolean {
  return flags.some((flag) => {
    if (flag.name.text !== 'mount') return false;
    const options = mountOptions(line, flag).map(({ key, value }) => [key.text.toLowerCase(), value?.text]);
    const type = options.find(([key]) => key === 'type')?.[1];
    const target = options.find(([key = '']) => targets.has(key))?.[1];
    return (type === 'cache' || type === 'tmpfs') && target?.includes(part) === true;
  });
}

const targets: ReadonlySet<string> = new Set(['target', 'dst', 'destination']);
