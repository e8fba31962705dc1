import type { ContainerInfo } from 'dockerode';

/** What a container has mounted from outside. */
export interface Mount {
  readonly type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'image' | 'other';
  /** The volume's name. */
  readonly name?: string;
  /** Where it comes from, on the engine's machine: a path, or that of the volume's data. Empty for a tmpfs. */
  readonly source: string;
  /** Absolute path in the container. */
  readonly destination: string;
  readonly writable: boolean;
}

const types = ['bind', 'volume', 'tmpfs', 'npipe', 'image'] as const;

/** The mounts of an entry of the engine's `/containers/json`, by their destination; Podman leaves out what it does not know. */
export function readMounts(
  mounts: readonly Partial<ContainerInfo['Mounts'][number]>[] | null | undefined,
): readonly Mount[] {
  return (mounts ?? [])
    .flatMap(({ Type: type, Name: name, Source: source, Destination: destination, RW: writable }) =>
      destination === undefined
        ? []
        : {
            type: types.find((one) => one === type) ?? ('other' as const),
            ...(name ? { name } : {}),
            source: source ?? '',
            destination,
            writable: writable ?? true,
          },
    )
    .sort((a, b) => (a.destination < b.destination ? -1 : 1));
}
