import { hostCommand } from './command.ts';

/** Hides the engine’s own networks. */
export const networkBuiltinHide = hostCommand({
  id: 'network.builtinHide',
  title: 'Hide Built-In Networks',
  description:
    'Hides the networks that every engine has: bridge, host and none. This is the setting `gantry.networks.showBuiltin`.',
  icon: 'eye-closed',
  places: [
    {
      view: 'gantry.networks',
      button: false,
      when: 'gantry.loaded.network && config.gantry.networks.showBuiltin',
      arranges: true,
    },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.networks.showBuiltin', false),
});
