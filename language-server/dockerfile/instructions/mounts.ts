import type { ChoiceInfo, ValueInfo } from './instructionInfo.ts';

/** An option of `RUN --mount`. */
export interface MountOptionInfo {
  readonly name: string;
  /** Other names of the same. */
  readonly aliases: readonly string[];
  readonly docs: string;
  readonly value: ValueInfo;
  /** The types of mount that it does something for. */
  readonly types: readonly MountType[];
}

export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

export const mountTypes: readonly (ChoiceInfo & { readonly value: MountType })[] = [
  {
    value: 'bind',
    docs: 'Shows files of the build context, of a stage or of an image while the command runs, read-only unless `rw`. The default type.',
  },
  {
    value: 'cache',
    docs: 'A directory that is kept between builds on the same machine, for the caches of compilers and package managers. It is not part of the image.',
  },
  { value: 'tmpfs', docs: 'A directory in memory, gone when the command ends.' },
  {
    value: 'secret',
    docs: 'A secret that is given to the build (`docker build --secret`), as a file or an environment variable, and leaves no trace in the image.',
  },
  {
    value: 'ssh',
    docs: 'The SSH agent that is given to the build (`docker build --ssh default`), to use keys without copying them.',
  },
];

export const mountOptionInfos: readonly MountOptionInfo[] = [
  {
    name: 'type',
    aliases: [],
    docs: 'What is mounted: `bind`, `cache`, `tmpfs`, `secret` or `ssh`. Other options of a type must stand behind it.',
    value: { kind: 'choice', values: mountTypes },
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
  },
  {
    name: 'target',
    aliases: ['dst', 'destination'],
    docs: 'Where it is mounted. A relative path counts from the working directory. Secrets go to `/run/secrets/` and their id unless told otherwise.',
    value: { kind: 'text', placeholder: '/path' },
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
  },
  {
    name: 'source',
    aliases: ['src'],
    docs: 'The path in what it comes from; its root unless given.',
    value: { kind: 'text', placeholder: 'path' },
    types: ['bind', 'cache'],
  },
  {
    name: 'from',
    aliases: [],
    docs: 'The stage, image or named context whose files are mounted: the build context unless given, for a cache an empty directory. No variables here: define a stage for that.',
    value: { kind: 'stage' },
    types: ['bind', 'cache'],
  },
  {
    name: 'readonly',
    aliases: ['ro'],
    docs: 'Whether nothing can be written to it.',
    value: { kind: 'boolean' },
    types: ['bind', 'cache'],
  },
  {
    name: 'readwrite',
    aliases: ['rw'],
    docs: 'Whether it can be written to. What is written to a bind mount is thrown away afterwards.',
    value: { kind: 'boolean' },
    types: ['bind', 'cache'],
  },
  {
    name: 'id',
    aliases: [],
    docs: 'The name by which a cache, a secret or an agent is known. A cache has its target’s path unless told otherwise, so that equal targets share one.',
    value: { kind: 'text', placeholder: 'name' },
    types: ['cache', 'secret', 'ssh'],
  },
  {
    name: 'sharing',
    aliases: [],
    docs: 'What happens when several builds use the cache at once.',
    value: {
      kind: 'choice',
      values: [
        { value: 'shared', docs: 'All write to it at once. The default.' },
        { value: 'private', docs: 'Each gets one of its own.' },
        { value: 'locked', docs: 'Each waits for the one before: what apt needs.' },
      ],
    },
    types: ['cache'],
  },
  {
    name: 'required',
    aliases: [],
    docs: 'Whether the build fails where the secret or the agent is not given.',
    value: { kind: 'boolean' },
    types: ['secret', 'ssh'],
  },
  {
    name: 'env',
    aliases: [],
    docs: 'The environment variable that the secret is put into, instead of a file.',
    value: { kind: 'text', placeholder: 'NAME' },
    types: ['secret'],
  },
  {
    name: 'mode',
    aliases: [],
    docs: 'The permissions, in octal: 0755 for a new cache, 0400 for a secret, 0600 for an agent’s socket.',
    value: { kind: 'mode' },
    types: ['cache', 'secret', 'ssh'],
  },
  {
    name: 'uid',
    aliases: [],
    docs: 'The user that owns it, as a number; 0 unless given.',
    value: { kind: 'number' },
    types: ['cache', 'secret', 'ssh'],
  },
  {
    name: 'gid',
    aliases: [],
    docs: 'The group that owns it, as a number; 0 unless given.',
    value: { kind: 'number' },
    types: ['cache', 'secret', 'ssh'],
  },
  {
    name: 'size',
    aliases: [],
    docs: 'The most that it may hold, such as `64m`.',
    value: { kind: 'text', placeholder: '64m' },
    types: ['tmpfs'],
  },
];

/** The option of that name or alias, in any case. */
export function mountOptionInfo(name: string): MountOptionInfo | undefined {
  const lower = name.toLowerCase();
  return mountOptionInfos.find((option) => option.name === lower || option.aliases.includes(lower));
}
