import { hostCommand } from './command.ts';

/** Switches live CPU and memory on or off. */
export const containerUsageToggle = hostCommand({
  id: 'container.usageToggle',
  title: 'Show or Hide Usage of Containers',
  description:
    'Switches on or off that containers’ rows say what they use of CPU and memory, live while the view is visible: the setting `gantry.containers.usage`.',
  icon: 'pulse',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container' }],
  run: ({ settings, preferences }) =>
    preferences.setSetting('gantry.containers.usage', !settings['gantry.containers.usage']),
});
