import { hostCommand } from './command.ts';
import { noFilter } from './filter.ts';

/** Shows all images again. */
export const imageFilterClear = hostCommand({
  id: 'image.filterClear',
  title: 'Clear Filter of Images',
  description: 'Shows all images again.',
  icon: 'clear-all',
  places: [{ view: 'gantry.images', button: true, when: 'gantry.filtered.image', arranges: true }],
  run: ({ preferences }) => preferences.setFilter('gantry.images', noFilter),
});
