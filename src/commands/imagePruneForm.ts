import { t } from '@vscode/l10n';
import { fittingImages, type ImagePrune, type UnusedImage } from '../engine/images/pruneImages.ts';
import { ageWords } from '../words/age.ts';
import { sizeWords } from '../words/size.ts';
import type { Fields, Form, Values } from './form.ts';
import { freedWords, namesOfImage } from './imageWords.ts';
import { pruneFields, pruneFilterOf } from './pruneFields.ts';

/** The page that says which of the images that no container uses go, and shows which these are. */
export function imagePruneForm(
  unused: readonly UnusedImage[],
  now: number,
): Form<ReturnType<typeof fields>, ImagePrune> {
  return {
    title: t('Prune Images'),
    description: t('Of the images that no container uses, those go that fit all that is said here.'),
    fields: fields(),
    validate: (values) =>
      fittingImages(unused, pruneOf(values, now)).images.length === 0
        ? [{ field: 'labels', message: t('No image fits.'), severity: 'warning' }]
        : [],
    preview(values) {
      const going = fittingImages(unused, pruneOf(values, now));
      return {
        label: t('What goes: {0} of {1}, {2}', going.images.length, unused.length, freedWords(going)),
        text: going.images
          .map((image) =>
            [namesOfImage(image), sizeWords(image.size), ageWords(image.createdAt, now)].join('  '),
          )
          .join('\n'),
      };
    },
    submit: t('Continue…'),
    run: async (values) => pruneOf(values, now),
  };
}

function fields() {
  return {
    which: {
      kind: 'select',
      label: t('Images'),
      choices: [
        { value: 'all', label: t('All images that no container uses') },
        { value: 'dangling', label: t('Images without a tag') },
      ],
    },
    ...pruneFields(),
  } as const satisfies Fields;
}

function pruneOf(values: Values<ReturnType<typeof fields>>, now: number): ImagePrune {
  return { ...pruneFilterOf(values, now), all: values.which === 'all' };
}
