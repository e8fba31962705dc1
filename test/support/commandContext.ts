import type { CommandContext } from '../../src/commands/command.ts';
import type { Preferences } from '../../src/commands/preferences.ts';
import type { Ui } from '../../src/commands/ui.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { OpenHost } from '../../src/hosts/host.ts';
import type { Hosts } from '../../src/hosts/hosts.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';
import { plainHosts } from './plainHosts.ts';
import { plainEngine } from './viewInput.ts';

/** What a command gets, with an engine that answers nothing but its inventory unless a real one is given. */
export function commandContext(given: {
  readonly ui: Ui;
  readonly engine?: Engine;
  readonly inventory?: Engine['inventory'];
  readonly endpoint?: Engine['endpoint'];
  readonly settings?: Partial<Settings>;
  readonly host?: Partial<OpenHost>;
  readonly hosts?: Hosts;
  readonly preferences?: Preferences;
}): CommandContext {
  const engine = given.engine ?? plainEngine(given.inventory, given.endpoint);
  const host: OpenHost = {
    id: 'context:default',
    name: 'default',
    address: 'unix:///var/run/docker.sock',
    source: 'context',
    endpoint: () => ({ kind: 'socket', path: '/var/run/docker.sock' }),
    ...given.host,
    engine,
  };
  return {
    engine,
    host,
    hosts: given.hosts ?? plainHosts({ open: [host] }),
    ui: given.ui,
    settings: { ...defaultSettings, ...given.settings },
    preferences: given.preferences ?? forgetful,
    signal: new AbortController().signal,
  };
}

/** Remembers nothing, and refuses to be told. */
const forgetful: Preferences = {
  async setSetting(name) {
    throw new Error(`Unexpected setting: ${name}`);
  },
  filter: () => ({}),
  async setFilter(view) {
    throw new Error(`Unexpected filter of ${view}`);
  },
};
