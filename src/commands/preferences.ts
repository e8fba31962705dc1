import type { SettingName, Settings } from '../settings.ts';
import type { Filter } from './filter.ts';

/** What a person has chosen for the window, as commands read and change it. */
export interface Preferences {
  /** Writes a setting where it is set already, and else for the user. */
  setSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<void>;
  /** A view's filter, by the view's id; kept for the workspace. */
  filter(view: string): Filter;
  setFilter(view: string, filter: Filter): Promise<void>;
}
