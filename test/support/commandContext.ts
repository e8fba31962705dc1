import type { CommandContext } from '../../src/commands/command.ts';
import type { Ui } from '../../src/commands/ui.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Settings } from '../../src/settings.ts';
import { plainInventory } from './plainInventory.ts';

/** What a command gets, with an engine that answers nothing but its inventory unless a real one is given. */
export function commandContext(given: {
  readonly ui: Ui;
  readonly engine?: Engine;
  readonly inventory?: Engine['inventory'];
  readonly endpoint?: Engine['endpoint'];
  readonly settings?: Settings;
  readonly host?: { readonly id: string; readonly name: string; readonly address: string };
}): CommandContext {
  const engine: Engine = given.engine ?? {
    get client(): never {
      throw new Error('This engine is not to be asked.');
    },
    inventory: given.inventory ?? plainInventory(),
    endpoint: given.endpoint,
    async [Symbol.asyncDispose]() {},
  };
  const host = given.host ?? {
    id: 'context:default',
    name: 'default',
    address: 'unix:///var/run/docker.sock',
  };
  return {
    engine,
    host: { ...host, engine },
    ui: given.ui,
    settings: given.settings ?? { 'gantry.build.context': '' },
    signal: new AbortController().signal,
  };
}
