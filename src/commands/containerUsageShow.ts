import { hostCommand } from './command.ts';

/** Switches live CPU and memory on. */
export const containerUsageShow = hostCommand({
  id: 'container.usageShow',
  title: 'Show Live Usage of Containers',
  description:
    'Shows what running containers use of CPU and memory, live while the view is visible. This is the setting `gantry.containers.usage`.',
  icon: 'pulse',
  places: [
    {
      view: 'gantry.containers',
      button: false,
      when: 'gantry.loaded.container && !config.gantry.containers.usage',
      arranges: true,
    },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.containers.usage', true),
});
