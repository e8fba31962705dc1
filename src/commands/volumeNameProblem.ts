import { t } from '@vscode/l10n';

/** What is wrong with the name of a volume (moby, `volume/names`). */
export function volumeNameProblem(name: string): string | undefined {
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name.trim())
    ? undefined
    : t('A name has two characters or more: letters, digits, “_”, “.” and “-”, a letter or a digit first.');
}
