import { extraHosts, grant, isolation, textOrTexts, ulimits } from './common.ts';
import {
  type Attribute,
  boolean,
  bytes,
  dictionary,
  list,
  map,
  names,
  oneOf,
  path,
  type Shape,
  strictBoolean,
  suggested,
  text,
} from './shape.ts';

const texts = list(text());

/** Keys under a service's `build`. */
const buildKeys: Readonly<Record<string, Attribute>> = {
  context: {
    doc: 'The folder whose files the build may use, relative to this file, or the URL of a Git repository; `.` unless given.',
    shape: path('folder'),
    rank: 1,
    snippet: ' ${1:.}',
  },
  dockerfile: {
    doc: 'The Dockerfile, relative to the context; `Dockerfile` unless given. Excludes `dockerfile_inline`.',
    shape: path('file'),
    rank: 1,
  },
  dockerfile_inline: {
    doc: 'The Dockerfile’s text, written here. Excludes `dockerfile`.',
    shape: text(),
    since: '2.17.0',
    snippet: ' |\n  $0',
  },
  args: {
    doc: 'Values of the Dockerfile’s `ARG`s: a map, or a list of `NAME=value`. A name without a value takes it from the environment.',
    shape: dictionary('ARGUMENT'),
    rank: 1,
  },
  target: { doc: 'The stage of the Dockerfile to stop at; the last unless given.', shape: text(), rank: 1 },
  additional_contexts: {
    doc: 'More named folders, images or services that `COPY --from=` and `FROM` may use.',
    shape: oneOf(
      names('context', text({ refers: { to: 'service', part: 'mode' } })),
      list(text(), { unique: true }),
    ),
    since: '2.17.0',
  },
  cache_from: {
    doc: 'Where cached layers may be read from: images, or `type=…` sources of BuildKit.',
    shape: texts,
    rank: 2,
  },
  cache_to: { doc: 'Where to put cached layers: images, or `type=…` targets of BuildKit.', shape: texts },
  entitlements: {
    doc: 'What the build may do beyond the usual, such as `network.host` or `security.insecure`.',
    shape: texts,
    since: '2.27.1',
  },
  extra_hosts: { doc: 'Host names with addresses for the time of the build.', shape: extraHosts },
  isolation: { doc: 'How containers of the build are isolated; Windows only.', shape: isolation },
  labels: { doc: 'Labels of the image.', shape: dictionary('label') },
  network: {
    doc: 'The network that `RUN` uses.',
    shape: suggested({
      default: 'The builder’s own network.',
      none: 'No network.',
      host: 'The host’s network.',
    }),
  },
  no_cache: { doc: 'Whether to build without the cache.', shape: boolean },
  no_cache_filter: { doc: 'The stages to build without the cache.', shape: textOrTexts },
  platforms: {
    doc: 'The platforms to build for, such as `linux/amd64`.',
    shape: list(text({ grammar: 'platform' })),
    rank: 2,
  },
  privileged: {
    doc: 'Whether the build runs with all of the host’s capabilities.',
    shape: boolean,
    since: '2.15.0',
  },
  provenance: {
    doc: 'Whether, or how, to attest how the image was built.',
    shape: oneOf(text(), strictBoolean),
    since: '2.39.0',
  },
  pull: { doc: 'Whether to look for newer base images.', shape: boolean },
  sbom: {
    doc: 'Whether, or how, to attest what the image contains.',
    shape: oneOf(text(), strictBoolean),
    since: '2.39.0',
  },
  secrets: {
    doc: 'Secrets that `RUN --mount=type=secret` may read.',
    shape: grant('secret', '/run/secrets/<source>'),
  },
  shm_size: { doc: 'The size of `/dev/shm` for the build, such as `128m`.', shape: bytes },
  ssh: {
    doc: 'SSH agents or keys for the build: `default`, or `id=path`.',
    shape: oneOf(dictionary('id'), text()),
  },
  tags: {
    doc: 'More names for the image, beside `image`.',
    shape: list(text({ grammar: 'image' })),
    rank: 2,
  },
  ulimits: { doc: 'Resource limits of processes of the build.', shape: ulimits, since: '2.23.1' },
};

/** A service's `build`: the context alone, or a map. */
export const build: Shape = oneOf(path('folder'), map('a build', buildKeys));
