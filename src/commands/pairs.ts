import { t } from '@vscode/l10n';
import type { TextField } from './form.ts';

/** The columns of a list of names and values. */
export function pairColumns(
  name: string,
  value: string,
): { readonly name: TextField; readonly value: TextField } {
  return {
    name: { kind: 'text', label: t('Name'), placeholder: name, required: true },
    value: { kind: 'text', label: t('Value'), placeholder: value },
  };
}

/** The rows of such a list as one object. */
export function pairsOf(
  rows: readonly { readonly name: string; readonly value: string }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ name, value }) => [name.trim(), value]));
}
