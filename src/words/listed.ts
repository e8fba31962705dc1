import { t } from '@vscode/l10n';
/** Names as a sentence takes them: `a, b and c`; of more than `most` the last ones are counted: `a, b and 7 more`. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, t('{0} more', rest)] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('{0} and {1}', parts.slice(0, -1).join(', '), last);
}
