import { t } from '@vscode/l10n';
import type { Filter } from '../commands/filter.ts';
import { describeFilter } from './filter.ts';
import type { Row } from './view.ts';

/** Stands where a filter has let nothing through, so that the view does not look as if there were nothing. */
export function nothingMatchesRow(filter: Filter): Row {
  const label = t('Nothing matches the filter');
  const description = describeFilter(filter) ?? '';
  return {
    key: 'nothing-matches',
    label,
    description,
    icon: { id: 'filter' },
    accessibilityLabel: `${label}: ${description}`,
  };
}
