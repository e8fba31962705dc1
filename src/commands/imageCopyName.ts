import { objectCommand } from './command.ts';

/** Copies the references of images, such as `nginx:1.27`, one a line. */
export const imageCopyName = objectCommand({
  id: 'image.copyName',
  title: 'Copy Name',
  description: 'Copies the references of images, such as `nginx:1.27`, one a line.',
  icon: 'copy',
  kind: 'image',
  states: ['tagged'],
  place: 'copy',
  key: { key: 'ctrl+c', mac: 'cmd+c' },
  run: (images, { ui }) => ui.copy(images.map(({ reference }) => reference).join('\n')),
});
