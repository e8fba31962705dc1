import { t } from '@vscode/l10n';
import type { PruneFilter } from '../engine/pruneFilter.ts';
import type { Fields, Values } from './form.ts';

/** The fields of a page that narrows down what is pruned, by age and label. */
export function pruneFields() {
  return {
    age: { kind: 'number', label: t('Created before'), min: 0, placeholder: t('any time') },
    unit: {
      kind: 'select',
      label: t('Unit'),
      choices: [
        { value: 'days', label: t('days ago') },
        { value: 'hours', label: t('hours ago') },
        { value: 'minutes', label: t('minutes ago') },
      ],
    },
    labels: {
      kind: 'list',
      label: t('Labels'),
      help: t('Those with each of these: a name alone, or with its value.'),
      add: t('Add Label'),
      columns: {
        name: { kind: 'text', label: t('Name'), required: true },
        value: { kind: 'text', label: t('Value'), placeholder: t('any') },
      },
    },
  } as const satisfies Fields;
}

const lengths = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const;

/** What was written into them. */
export function pruneFilterOf(
  { age, unit, labels }: Values<ReturnType<typeof pruneFields>>,
  now: number,
): PruneFilter {
  return {
    ...(age === undefined ? {} : { before: now - age * lengths[unit] }),
    labels: labels.map(({ name, value }) => (value === '' ? name.trim() : `${name.trim()}=${value}`)),
  };
}
