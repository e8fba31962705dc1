import { t } from '@vscode/l10n';
import type { Filter } from '../commands/filter.ts';
import { describeFilter } from './filter.ts';
import type { Row } from './view.ts';

/**
 * Stands where a filter has let nothing through, so that the view does not look as if there were nothing. Choosing it runs
 * `clear`, the id of the command that shows all again.
 */
export function nothingMatchesRow(filter: Filter, clear: string): Row {
  const label = t('Nothing matches the filter');
  const description = describeFilter(filter) ?? '';
  return {
    key: 'nothing-matches',
    label,
    description,
    icon: { id: 'filter' },
    tooltip: t('Click to clear the filter and show all.'),
    accessibilityLabel: t('{0}: {1}. Press Enter to clear it.', label, description),
    command: clear,
  };
}
