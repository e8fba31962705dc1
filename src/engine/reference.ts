import { t } from '@vscode/l10n';
/** An image reference in its parts, as it was written: nothing is added. */
export interface Reference {
  /** With the registry's host, if it was written: `ghcr.io/a/b`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:…` */
  readonly digest?: string;
}

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const domainLabel = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const domain = `(?:${domainLabel}(?:\\.${domainLabel})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const wholeName = new RegExp(`^(?:${domain}/)?${component}(?:/${component})*$`);
const wholeTag = new RegExp(`^${tag}$`);
const wholeDigest = new RegExp(`^${digest}$`);
/** The registry's own limit on a repository's name. */
const longestName = 255;

/**
 * Parses `[host[:port]/]path[:tag][@digest]` by the grammar of the distribution specification's reference
 * implementation (github.com/distribution/reference); undefined where it does not fit.
 */
export function parseReference(text: string): Reference | undefined {
  if (referenceProblem(text) !== undefined) return undefined;
  const { repository, tag, digest } = splitReference(text);
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

/** The parts of what is known to be a reference, such as an engine's own: nothing is checked. */
export function splitReference(text: string): Reference {
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  return {
    repository: tagged ? named.slice(0, colon) : named,
    ...(tagged ? { tag: named.slice(colon + 1) } : {}),
    ...(at < 0 ? {} : { digest: text.slice(at + 1) }),
  };
}

/** What is wrong with an image reference, in words for a person; undefined where nothing is. */
export function referenceProblem(text: string): string | undefined {
  if (text === '') return t('A reference needs a name, such as app or app:1.0.');
  if (/\s/.test(text)) return t('A reference has no spaces.');
  const { repository, tag, digest } = splitReference(text);
  if (digest !== undefined && !wholeDigest.test(digest)) {
    return t('“{0}” is not a digest: it is written sha256: and 64 hexadecimal digits.', digest);
  }
  if (tag !== undefined && !wholeTag.test(tag)) {
    return tag === ''
      ? t('A tag is missing after the colon.')
      : t(
          '“{0}” is not a tag: it is made of letters, digits, “_”, “.” and “-”, begins with none of the last two, and has 128 characters at most.',
          tag,
        );
  }
  return nameProblem(repository);
}

function nameProblem(repository: string): string | undefined {
  if (repository === '') return t('A reference needs a name before the tag.');
  if (repository.length > longestName) return t('The name has more than {0} characters.', longestName);
  if (/^[0-9a-f]{64}$/.test(repository))
    return t('A name of 64 hexadecimal digits would be taken for an id.');
  if (wholeName.test(repository)) return undefined;
  if (wholeName.test(repository.toLowerCase())) return t('A name is in lower case.');
  return t(
    '“{0}” is not a name: its parts are lower-case letters and digits, joined by “.”, “_”, “__” or “-”, and stand between slashes.',
    repository,
  );
}
