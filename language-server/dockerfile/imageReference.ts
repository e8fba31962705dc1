const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const wholeName = new RegExp(`^(?:${domain}/)?${component}(?:/${component})*$`);
const wholeTag = /^\w[\w.-]{0,127}$/;
const wholeDigest = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const longestName = 255;

/** An image reference in its parts, as written. */
export interface ImageReference {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Splits `repository[:tag][@digest]`, whether it is well-formed or not. */
export function splitReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? {} : { digest: text.slice(at + 1) };
  const colon = named.lastIndexOf(':');
  if (colon <= named.lastIndexOf('/')) return { repository: named, ...digest };
  return { repository: named.slice(0, colon), tag: named.slice(colon + 1), ...digest };
}

/**
 * What is wrong with an image reference by the grammar of github.com/distribution/reference, which BuildKit reads base
 * images by; nothing where nothing is.
 */
export function referenceProblem(text: string): string | undefined {
  if (text === '') return 'it is empty';
  const { repository, tag, digest } = splitReference(text);
  if (digest !== undefined && !wholeDigest.test(digest))
    return 'a digest is written sha256: and 64 hexadecimal digits';
  if (tag !== undefined && !wholeTag.test(tag)) {
    return 'a tag has letters, digits, “_”, “.” and “-” only, and at most 128 of them';
  }
  if (repository === '') return 'the name is missing';
  if (/^[a-f0-9]{64}$/.test(repository)) return 'a name of 64 hexadecimal digits would be taken for an id';
  if (repository.length > longestName) return `a name has at most ${longestName} characters`;
  if (wholeName.test(repository)) return undefined;
  const lower = repository.toLowerCase();
  return wholeName.test(lower)
    ? 'a name is in lower case'
    : 'a name has lower-case letters and digits, joined by “.”, “_”, “__” or “-”, in parts between slashes';
}
