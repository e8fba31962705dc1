import { t } from '@vscode/l10n';
import type { SizedContainer } from '../engine/containers/pruneContainers.ts';
import { fitsPrune } from '../engine/pruneFilter.ts';
import { ageWords } from '../words/age.ts';
import { sizeWords } from '../words/size.ts';
import type { Form, Values } from './form.ts';
import { pruneFields, pruneFilterOf } from './pruneFields.ts';

/** The page that says which of the containers that do not run go, by age and label, and shows which these are. */
export function pruneForm(
  containers: readonly SizedContainer[],
  now: number,
): Form<ReturnType<typeof pruneFields>, readonly SizedContainer[]> {
  return {
    title: t('Prune Containers'),
    description: t('Of the containers that do not run, those go that fit all that is said here.'),
    fields: pruneFields(),
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

function chosenBy(
  values: Values<ReturnType<typeof pruneFields>>,
  containers: readonly SizedContainer[],
  now: number,
): readonly SizedContainer[] {
  const filter = pruneFilterOf(values, now);
  return containers.filter((container) => fitsPrune(container, filter));
}
