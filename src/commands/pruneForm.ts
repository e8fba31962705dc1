import { t } from '@vscode/l10n';
import type { SizedContainer } from '../engine/containers/pruneContainers.ts';
import { ageWords } from '../words/age.ts';
import { sizeWords } from '../words/size.ts';
import type { Fields, Form, Values } from './form.ts';

/** The page that says which of the containers that do not run go, by age and label, and shows which these are. */
export function pruneForm(
  containers: readonly SizedContainer[],
  now: number,
): Form<ReturnType<typeof fields>, readonly SizedContainer[]> {
  return {
    title: t('Prune Containers'),
    description: t('Of the containers that do not run, those go that fit all that is said here.'),
    fields: fields(),
    validate: (values) =>
      chosenBy(values, containers, now).length === 0
        ? [{ field: 'labels', message: t('No container fits.'), severity: 'warning' }]
        : [],
    preview(values) {
      const chosen = chosenBy(values, containers, now);
      const bytes = chosen.reduce((sum, one) => sum + one.bytes, 0);
      return {
        label: t('What goes: {0} of {1}, {2}', chosen.length, containers.length, sizeWords(bytes)),
        text: chosen
          .map(({ name, image, createdAt }) => `${name}  ${image}  ${ageWords(createdAt, now)}`)
          .join('\n'),
      };
    },
    submit: t('Continue…'),
    run: async (values) => chosenBy(values, containers, now),
  };
}

function fields() {
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

function chosenBy(
  { age, unit, labels }: Values<ReturnType<typeof fields>>,
  containers: readonly SizedContainer[],
  now: number,
): readonly SizedContainer[] {
  const before = age === undefined ? Number.POSITIVE_INFINITY : now - age * lengths[unit];
  return containers.filter(
    (container) =>
      container.createdAt < before &&
      labels.every(({ name, value }) => {
        const found = container.labels[name.trim()];
        return found !== undefined && (value === '' || found === value);
      }),
  );
}
