import { t } from '@vscode/l10n';
import { parseReference, referenceProblem } from '../engine/reference.ts';

/** What is wrong with a reference that an image is to get, in words for a person; undefined where nothing is. */
export function tagProblem(text: string): string | undefined {
  const problem = referenceProblem(text);
  if (problem !== undefined) return problem;
  return parseReference(text)?.digest === undefined
    ? undefined
    : t('An image can’t be given a digest: leave out what begins with “@”.');
}

/** The reference as the engine will list it: `latest` is the tag of those that name none. */
export function withTag(reference: string): string {
  return parseReference(reference)?.tag === undefined ? `${reference}:latest` : reference;
}
