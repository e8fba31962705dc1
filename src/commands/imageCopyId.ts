import { objectCommand } from './command.ts';

/** Copies the full ids of images, one a line. */
export const imageCopyId = objectCommand({
  id: 'image.copyId',
  title: 'Copy Id',
  description: 'Copies the full ids of images, one a line.',
  icon: 'copy',
  kind: 'image',
  place: 'copy',
  run: (images, { ui }) => ui.copy(images.map(({ id }) => id).join('\n')),
});
