import { hostCommand } from './command.ts';
import { noFilter } from './filter.ts';

/** Shows all containers again. */
export const containerFilterClear = hostCommand({
  id: 'container.filterClear',
  title: 'Clear Filter of Containers',
  description: 'Shows all containers again.',
  icon: 'clear-all',
  places: [{ view: 'gantry.containers', button: true, when: 'gantry.filtered.container', arranges: true }],
  run: ({ preferences }) => preferences.setFilter('gantry.containers', noFilter),
});
