import type { VolumeInspectInfo } from 'dockerode';
import { within } from '../deadline.ts';
import type { Source } from './source.ts';

export interface Volume {
  readonly kind: 'volume';
  /** Its name: a volume has no other id. */
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  /** Where it lies on the host, as its driver says. */
  readonly mountpoint: string;
  readonly scope: 'local' | 'global';
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; 0 where the driver does not say. */
  readonly createdAt: number;
  /** Made for a container without a name of its own. */
  readonly anonymous: boolean;
  /** Compose's project, from its label. */
  readonly project?: string;
  /** Swarm's stack, from its label. */
  readonly stack?: string;
}

export const volumes: Source<Volume> = {
  async list({ client }, call) {
    const { Volumes: infos } = await client.listVolumes({ abortSignal: within('read', call.signal) });
    return (infos ?? []).map(readVolume);
  },
  async read({ client }, ids, call) {
    // The engine's filter takes parts of names as well.
    const wanted = new Set(ids);
    const { Volumes: infos } = await client.listVolumes({
      filters: { name: [...ids] },
      abortSignal: within('read', call.signal),
    });
    return (infos ?? []).filter(({ Name: name }) => wanted.has(name)).map(readVolume);
  },
  touched({ type, action, id, attributes }) {
    if (type !== 'volume' || action === 'mount' || action === 'unmount') return undefined;
    // Podman leaves the id empty.
    return id === '' ? attributes.name : id;
  },
};

/** Reads an entry of the engine's `/volumes`. */
export function readVolume(info: VolumeInspectInfo & { readonly CreatedAt?: string }): Volume {
  const labels = info.Labels ?? {};
  const project = labels['com.docker.compose.project'];
  const stack = labels['com.docker.stack.namespace'];
  return {
    kind: 'volume',
    id: info.Name,
    name: info.Name,
    driver: info.Driver,
    mountpoint: info.Mountpoint,
    scope: info.Scope === 'global' ? 'global' : 'local',
    options: info.Options ?? {},
    labels,
    createdAt: info.CreatedAt === undefined ? 0 : Date.parse(info.CreatedAt),
    anonymous: 'com.docker.volume.anonymous' in labels || /^[0-9a-f]{64}$/.test(info.Name),
    ...(project === undefined ? {} : { project }),
    ...(stack === undefined ? {} : { stack }),
  };
}
