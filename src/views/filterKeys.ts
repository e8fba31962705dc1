import type { Filter } from '../commands/filter.ts';
import { isFiltering } from './filter.ts';

/** The views that can be filtered, with what they list. */
const kinds: Readonly<Record<string, string>> = {
  'gantry.containers': 'container',
  'gantry.images': 'image',
  'gantry.networks': 'network',
  'gantry.volumes': 'volume',
};

/** The ids of the views that can be filtered. */
export const filteredViews: readonly string[] = Object.keys(kinds);

/** The context keys that say how a view is filtered, by the view's id; of the containers also what beside the text hides some. */
export function filterKeys(view: string, filter: Filter): Readonly<Record<string, boolean>> {
  const kind = kinds[view];
  if (kind === undefined) return {};
  const filtered = { [`gantry.filtered.${kind}`]: isFiltering(filter) };
  if (kind !== 'container') return filtered;
  return {
    ...filtered,
    'gantry.filtered.running': filter.runningOnly === true,
    'gantry.filtered.workspace': filter.workspaceOnly === true,
  };
}
