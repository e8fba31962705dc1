/** The context keys that say whether a view is filtered, by the view's id. */
export const filterKeys: Readonly<Record<string, string>> = {
  'gantry.containers': 'gantry.filtered.container',
  'gantry.images': 'gantry.filtered.image',
  'gantry.networks': 'gantry.filtered.network',
  'gantry.volumes': 'gantry.filtered.volume',
};
