import { hostCommand } from './command.ts';
import { noFilter } from './filter.ts';

/** Shows all networks again. */
export const networkFilterClear = hostCommand({
  id: 'network.filterClear',
  title: 'Clear Filter of Networks',
  description: 'Shows all networks again.',
  icon: 'clear-all',
  places: [{ view: 'gantry.networks', button: true, when: 'gantry.filtered.network', arranges: true }],
  run: ({ preferences }) => preferences.setFilter('gantry.networks', noFilter),
});
