/** The ARGs that every build has before its first FROM; a stage must declare the ones it uses. */
export const platformArgs: ReadonlyMap<string, string> = new Map([
  ['BUILDPLATFORM', 'The platform of the machine that builds, such as `linux/amd64`.'],
  ['BUILDOS', 'The operating system of `BUILDPLATFORM`.'],
  ['BUILDOSVERSION', 'The operating system version of `BUILDPLATFORM`; empty but on Windows.'],
  ['BUILDARCH', 'The architecture of `BUILDPLATFORM`.'],
  ['BUILDVARIANT', 'The architecture variant of `BUILDPLATFORM`, such as `v7`; often empty.'],
  ['TARGETPLATFORM', 'The platform that the image is built for, such as `linux/arm64`: `--platform`.'],
  ['TARGETOS', 'The operating system of `TARGETPLATFORM`.'],
  ['TARGETOSVERSION', 'The operating system version of `TARGETPLATFORM`; empty but on Windows.'],
  ['TARGETARCH', 'The architecture of `TARGETPLATFORM`.'],
  ['TARGETVARIANT', 'The architecture variant of `TARGETPLATFORM`, such as `v7`; often empty.'],
  ['TARGETSTAGE', 'The name of the stage that is built: `--target`.'],
]);

/** Build arguments that work in RUN without an ARG, and are not kept in the image. */
export const proxyArgs: readonly string[] = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'FTP_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
].flatMap((name) => [name, name.toLowerCase()]);

/** Build arguments that BuildKit itself acts on. */
export const buildkitArgs: ReadonlyMap<string, string> = new Map([
  [
    'SOURCE_DATE_EPOCH',
    'The time, in seconds since 1970, that files and the image get, for reproducible builds.',
  ],
  ['BUILDKIT_SBOM_SCAN_CONTEXT', 'Whether the build context is scanned for the bill of materials.'],
  ['BUILDKIT_SBOM_SCAN_STAGE', 'Whether this stage is scanned for the bill of materials.'],
  ['BUILDKIT_CACHE_MOUNT_NS', 'A namespace for the ids of cache mounts.'],
  ['BUILDKIT_CONTEXT_KEEP_GIT_DIR', 'Whether a Git context keeps its `.git`.'],
  ['BUILDKIT_INLINE_CACHE', 'Whether cache data is written into the image.'],
  ['BUILDKIT_MULTI_PLATFORM', 'Whether the output is laid out for several platforms.'],
  ['BUILDKIT_SANDBOX_HOSTNAME', 'The host name in RUN.'],
  ['BUILDKIT_SYNTAX', 'The frontend image, as `# syntax=` names it.'],
]);
