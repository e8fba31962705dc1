import { hostCommand } from './command.ts';
import { noFilter } from './filter.ts';

/** Shows all volumes again. */
export const volumeFilterClear = hostCommand({
  id: 'volume.filterClear',
  title: 'Clear Filter of Volumes',
  description: 'Shows all volumes again.',
  icon: 'clear-all',
  places: [{ view: 'gantry.volumes', button: true, when: 'gantry.filtered.volume', arranges: true }],
  run: ({ preferences }) => preferences.setFilter('gantry.volumes', noFilter),
});
