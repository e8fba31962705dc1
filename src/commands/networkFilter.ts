import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the networks those alone that a filter lets through. */
export const networkFilter = hostCommand({
  id: 'network.filter',
  title: 'Filter Networks…',
  description: 'Shows those networks alone that have some words. Kept for the workspace.',
  icon: 'filter',
  places: [{ view: 'gantry.networks', button: true, when: 'gantry.loaded.network' }],
  run: (context) => askFilter('gantry.networks', [], context),
});
