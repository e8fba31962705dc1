import { hostCommand } from './command.ts';

/** Shows images without a tag. */
export const imageDanglingShow = hostCommand({
  id: 'image.danglingShow',
  title: 'Show Images without a Tag',
  description:
    'Shows images without a tag, which builds leave behind. This is the setting `gantry.images.showDangling`.',
  icon: 'eye',
  places: [
    {
      view: 'gantry.images',
      button: false,
      when: 'gantry.loaded.image && !config.gantry.images.showDangling',
      arranges: true,
    },
  ],
  run: ({ preferences }) => preferences.setSetting('gantry.images.showDangling', true),
});
