import { t } from '@vscode/l10n';
import { ContextError } from './contextError.ts';

/** What the CLI takes (docker/cli `cli/context/store/store.go`). */
const names = /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/;

/** What is wrong with the name of a context that is to be made, in words for a person; undefined where nothing is. */
export function contextNameProblem(name: string): string | undefined {
  if (name === '') return t('A context needs a name.');
  if (name === 'default')
    return t('“default” is the name of the local engine’s context, which is always there.');
  if (names.test(name)) return undefined;
  return t(
    'The docker CLI takes names of two or more letters, digits and the signs _ . + -, of which a letter or digit is first.',
  );
}

/** Throws a `ContextError` where the name is not one that the CLI takes. */
export function checkContextName(name: string): void {
  const problem = contextNameProblem(name);
  if (problem !== undefined) throw new ContextError(problem);
}
