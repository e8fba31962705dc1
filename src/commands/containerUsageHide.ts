import { hostCommand } from './command.ts';

/** Switches live CPU and memory off. */
export const containerUsageHide = hostCommand({
  id: 'container.usageHide',
  title: 'Hide Live Usage of Containers',
  description:
    'Stops asking what containers use of CPU and memory. This is the setting `gantry.containers.usage`.',
  icon: 'pulse',
  places: [
    { view: 'gantry.containers', button: false, when: 'config.gantry.containers.usage', arranges: true },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.containers.usage', false),
});
