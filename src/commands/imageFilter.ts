import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the images those alone that a filter lets through. */
export const imageFilter = hostCommand({
  id: 'image.filter',
  title: 'Filter Images…',
  description: 'Shows those images alone that have some words. Kept for the workspace.',
  icon: 'filter',
  places: [{ view: 'gantry.images', button: true, when: 'gantry.loaded.image' }],
  run: (context) => askFilter('gantry.images', [], context),
});
