import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the volumes those alone that a filter lets through. */
export const volumeFilter = hostCommand({
  id: 'volume.filter',
  title: 'Filter Volumes…',
  description: 'Shows those volumes alone that have some words. Kept for the workspace.',
  icon: 'filter',
  places: [{ view: 'gantry.volumes', button: true, when: 'gantry.loaded.volume' }],
  run: (context) => askFilter('gantry.volumes', [], context),
});
