import { t } from '@vscode/l10n';
/**
 * What is wrong with a container's name, in words for a person; undefined where nothing is. The grammar is the engine's:
 * `[a-zA-Z0-9][a-zA-Z0-9_.-]+` (moby `daemon/names/names.go`).
 */
export function containerNameProblem(name: string): string | undefined {
  if (name === '') return t('A container needs a name.');
  if (/\s/.test(name)) return t('A name has no spaces.');
  const [foreign] = name.match(/[^a-zA-Z0-9_.-]/u) ?? [];
  if (foreign !== undefined) {
    return t(
      'A name is made of the letters a–z and A–Z, digits, “_”, “.” and “-”; “{0}” is none of them.',
      foreign,
    );
  }
  if (!/^[a-zA-Z0-9]/.test(name)) return t('A name begins with a letter or a digit.');
  return name.length < 2 ? t('A name has two characters at least.') : undefined;
}
