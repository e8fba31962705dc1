/** Files that were dropped onto the images, as absolute paths, by what can be done with them. */
export interface DroppedFiles {
  /** To load images from. */
  readonly archives: readonly string[];
  /** To build images from. */
  readonly dockerfiles: readonly string[];
  readonly others: readonly string[];
}

const archive = /\.(?:tar|tgz|txz|tbz2?|tar\.(?:gz|xz|bz2|zst))$/i;
/** Beside the names that the language has: `api.Dockerfile`, `Dockerfile.dev`, `Containerfile-test`. */
const dockerfile = /^(?:docker|container)file(?:[._-].*)?$|\.(?:docker|container)file$/i;
const ignoreFile = /\.(?:docker|container)ignore$/i;

/** Sorts files by their names alone: none is opened. */
export function droppedFiles(paths: readonly string[]): DroppedFiles {
  const sorted = Map.groupBy(paths, kindOf);
  return {
    archives: sorted.get('archives') ?? [],
    dockerfiles: sorted.get('dockerfiles') ?? [],
    others: sorted.get('others') ?? [],
  };
}

function kindOf(path: string): keyof DroppedFiles {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  if (archive.test(name)) return 'archives';
  return dockerfile.test(name) && !ignoreFile.test(name) ? 'dockerfiles' : 'others';
}
