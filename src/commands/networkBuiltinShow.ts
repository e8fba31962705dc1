import { hostCommand } from './command.ts';

/** Shows the engine’s own networks. */
export const networkBuiltinShow = hostCommand({
  id: 'network.builtinShow',
  title: 'Show Built-In Networks',
  description:
    'Shows the networks that every engine has: bridge, host and none. This is the setting `gantry.networks.showBuiltin`.',
  icon: 'eye',
  places: [
    {
      view: 'gantry.networks',
      button: false,
      when: 'gantry.loaded.network && !config.gantry.networks.showBuiltin',
      arranges: true,
    },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.networks.showBuiltin', true),
});
