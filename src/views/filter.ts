import { t } from '@vscode/l10n';
import type { Filter } from '../commands/filter.ts';

/** What a row can be found by. */
export interface Searchable {
  /** Names, labels, ports and what else a person may type a part of. */
  readonly words: readonly string[];
  /** Found by its first digits, four at least: any two or three are in almost every id. */
  readonly id?: string;
}

const fewestDigits = 4;

/**
 * Whether a text finds something: each of its words must be a part of one of the searchable ones, whatever the case; one
 * that begins with `-` must not. `searchable` is called only where there is a text.
 */
export function matches({ text = '' }: Filter, searchable: () => Searchable): boolean {
  const terms = text
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '' && term !== '-');
  if (terms.length === 0) return true;
  const { words, id } = searchable();
  const lower = words.join('\n').toLowerCase();
  const digits = id?.replace(/^sha256:/, '');
  const has = (term: string) =>
    lower.includes(term) || (term.length >= fewestDigits && digits?.startsWith(term.replace(/^sha256:/, '')));
  return terms.every((term) => (term.startsWith('-') ? !has(term.slice(1)) : has(term)));
}

/** Whether it hides anything. */
export function isFiltering({ text, runningOnly, workspaceOnly }: Filter): boolean {
  return (text ?? '').trim() !== '' || runningOnly === true || workspaceOnly === true;
}

/** A filter as a view's description says it: `“web” · running only`. Undefined where everything is shown. */
export function describeFilter(filter: Filter): string | undefined {
  const text = (filter.text ?? '').trim();
  const parts = [
    ...(text === '' ? [] : [t('“{0}”', text)]),
    ...(filter.runningOnly ? [t('running only')] : []),
    ...(filter.workspaceOnly ? [t('this workspace only')] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' · ');
}
