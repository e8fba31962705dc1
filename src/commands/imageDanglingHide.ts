import { hostCommand } from './command.ts';

/** Hides images without a tag. */
export const imageDanglingHide = hostCommand({
  id: 'image.danglingHide',
  title: 'Hide Images without a Tag',
  description:
    'Hides images without a tag, which builds leave behind. This is the setting `gantry.images.showDangling`.',
  icon: 'eye-closed',
  places: [
    {
      view: 'gantry.images',
      button: false,
      when: 'gantry.loaded.image && config.gantry.images.showDangling',
      arranges: true,
    },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.images.showDangling', false),
});
