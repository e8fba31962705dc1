import { splitReference } from '../imageReference.ts';
import type { DockerfileTree } from '../tree.ts';
import { alongLineage } from './lineage.ts';
import type { Stage } from './stages.ts';

/** The variables that official images set, beside PATH; `*` stands for any end of a name. */
const official: Readonly<Record<string, readonly string[]>> = {
  alpine: [],
  busybox: [],
  debian: [],
  ubuntu: [],
  fedora: ['DISTTAG', 'FGC', 'container'],
  almalinux: [],
  rockylinux: [],
  amazonlinux: [],
  golang: ['GOLANG_VERSION', 'GOTOOLCHAIN', 'GOPATH'],
  node: ['NODE_VERSION', 'YARN_VERSION'],
  python: ['LANG', 'GPG_KEY', 'PYTHON_*'],
  ruby: ['LANG', 'RUBY_*', 'GEM_HOME', 'BUNDLE_*'],
  rust: ['RUSTUP_HOME', 'CARGO_HOME', 'RUST_VERSION'],
  php: ['PHP*', 'GPG_KEYS', 'APACHE_*'],
  nginx: ['NGINX_VERSION', 'NJS_*', 'PKG_RELEASE', 'DYNPKG_RELEASE', 'ACME_VERSION'],
  httpd: ['HTTPD_*'],
  redis: ['REDIS_*'],
  postgres: ['GOSU_VERSION', 'LANG', 'PG_*', 'PGDATA', 'DOCKER_PG_LLVM_DEPS'],
  'eclipse-temurin': ['JAVA_HOME', 'JAVA_VERSION', 'LANG', 'LANGUAGE', 'LC_ALL'],
};

/**
 * Whether a variable that the file does not declare may be one of the base image: `image` as far as it is known.
 * `likeAnother` says that it looks like a mistyped one, which for images that nobody knows is the only sign that it is
 * not.
 */
export function mayComeFromBase(name: string, likeAnother: boolean, image: string | undefined): boolean {
  if (name === 'PATH') return true;
  if (image === undefined) return !likeAnother;
  if (image === 'scratch') return false;
  const known = official[splitReference(image).repository.replace(/^(?:docker\.io\/)?library\//, '')];
  if (known === undefined) return !likeAnother;
  return known.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}

/** For each stage the image at the bottom of those that it builds on, as far as it is known. */
export function baseImages(tree: DockerfileTree): ReadonlyMap<Stage, string | undefined> {
  const images = new Map<Stage, string | undefined>();
  alongLineage<{ readonly image: string | undefined }>(tree, (stage, inherited) => {
    const own = stage.base === undefined ? undefined : tree.variables.expansionOf(stage.base).text;
    const found = inherited ?? { image: own };
    images.set(stage, found.image);
    return found;
  });
  return images;
}
