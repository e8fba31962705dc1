import { textOrTexts } from './common.ts';
import {
  type Attribute,
  boolean,
  bytes,
  dictionary,
  list,
  map,
  numeric,
  oneOf,
  suggested,
  text,
  words,
} from './shape.ts';

/** Keys of a service that say which files it sees. */
export const serviceStorage: Readonly<Record<string, Attribute>> = {
  volumes: {
    doc: 'Volumes and folders of the host in the container: `[source:]target[:options]`, or a map.',
    rank: 1,
    snippet: '\n  - ${1:./data}:${2:/data}',
    shape: list(
      oneOf(
        text({ grammar: 'mount', refers: { to: 'volume', part: 'mount' }, path: 'any' }),
        map('a mount', {
          type: {
            doc: 'What is mounted.',
            required: true,
            rank: 1,
            shape: words({
              volume: 'A named volume.',
              bind: 'A file or folder of the host.',
              tmpfs: 'A file system in memory.',
              npipe: 'A named pipe of Windows.',
              cluster: 'A volume of a swarm’s CSI plugin.',
              image: 'An image’s files.',
            }),
          },
          source: {
            doc: 'The volume’s name, the path on the host or the image; not for `tmpfs`.',
            shape: text({ refers: { to: 'volume', part: 'source' }, path: 'any' }),
            rank: 1,
          },
          target: { doc: 'The path in the container.', shape: text(), rank: 1 },
          read_only: { doc: 'Whether the container can’t write to it.', shape: boolean, rank: 2 },
          bind: {
            doc: 'Options of a `bind`.',
            shape: map('options of a bind mount', {
              propagation: {
                doc: 'How mounts below it show on the other side.',
                shape: suggested({
                  rprivate: 'Not at all: the default.',
                  private: 'Not at all.',
                  rshared: 'Both ways, with those below.',
                  shared: 'Both ways.',
                  rslave: 'From the host, with those below.',
                  slave: 'From the host.',
                }),
              },
              create_host_path: {
                doc: 'Whether a missing folder on the host is made.',
                shape: boolean,
                swarm: 'ignored',
              },
              recursive: {
                doc: 'Whether mounts below it come along.',
                shape: words({
                  enabled: 'They do: the default.',
                  disabled: 'They do not.',
                  writable: 'They do, and stay writable.',
                  readonly: 'They do, read-only.',
                }),
              },
              selinux: {
                doc: 'How SELinux labels it.',
                shape: words({ z: 'Shared by containers.', Z: 'For this container only.' }),
                swarm: 'ignored',
              },
            }),
          },
          volume: {
            doc: 'Options of a `volume`.',
            shape: map('options of a volume mount', {
              nocopy: {
                doc: 'Whether a new volume stays empty instead of getting the image’s files.',
                shape: boolean,
              },
              subpath: { doc: 'The folder in the volume to mount.', shape: text() },
              labels: { doc: 'Labels of the volume.', shape: dictionary('label') },
            }),
          },
          tmpfs: {
            doc: 'Options of a `tmpfs`.',
            shape: map('options of a tmpfs mount', {
              size: { doc: 'How many bytes, such as `64m`.', shape: bytes },
              mode: { doc: 'The permissions as an octal number.', shape: numeric() },
            }),
          },
          image: {
            doc: 'Options of an `image`.',
            shape: map('options of an image mount', {
              subpath: { doc: 'The folder in the image to mount.', shape: text() },
            }),
          },
          consistency: {
            doc: 'How strictly both sides must agree; what it does depends on the platform.',
            shape: suggested({
              consistent: 'At all times.',
              cached: 'The host is right.',
              delegated: 'The container is right.',
            }),
          },
        }),
      ),
      { unique: true },
    ),
  },
  volumes_from: {
    doc: 'All volumes of another service, `service[:ro]`, or of a container, `container:name[:ro]`.',
    shape: list(text({ refers: { to: 'service', part: 'link' } }), { unique: true }),
    swarm: 'rejected',
  },
  tmpfs: {
    doc: 'Paths in the container that live in memory, with options: `/run:size=64m`.',
    shape: textOrTexts,
  },
  read_only: { doc: 'Whether the container’s own file system is read-only.', shape: boolean },
  storage_opt: {
    doc: 'Options of the storage driver, such as `size`.',
    shape: map('storage options', {}, { open: true }),
    swarm: 'rejected',
  },
};
