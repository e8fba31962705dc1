import * as vscode from 'vscode';
import { openStats, type Stats } from '../engine/containers/stats.ts';
import type { ContainerUsage } from '../engine/containers/usage.ts';
import type { Engine } from '../engine/engine.ts';
import { refresher } from './refresher.ts';
import { readSettings } from './settings.ts';
import type { WindowHosts } from './windowHosts.ts';

/** The live usage of the containers on all open hosts, while it is switched on and somebody looks. */
export interface WindowUsage extends vscode.Disposable {
  usage(containerId: string): ContainerUsage | undefined;
  /** Whether a view, by its id, is visible: the streams end when that of the containers is not. */
  look(view: string, visible: boolean): void;
  /** Something became known, or is known no longer: at most once a second, however many containers there are. */
  readonly onDidChange: vscode.Event<void>;
}

interface Following {
  readonly stats: Stats;
  readonly end: AbortController;
}

/** Follows nothing until it is looked at with `gantry.containers.usage` on. */
export function createUsage(hosts: WindowHosts): WindowUsage {
  const changed = new vscode.EventEmitter<void>();
  /** The engine writes a sample of each container every second, each at its own moment. */
  const telling = refresher(() => changed.fire(), 1000);
  const following = new Map<Engine, Following>();
  let visible = false;

  function update(): void {
    const on = visible && readSettings()['gantry.containers.usage'];
    const wanted = new Set(on ? hosts.open.map(({ engine }) => engine) : []);
    for (const [engine, { end }] of following) {
      if (wanted.has(engine)) continue;
      following.delete(engine);
      end.abort();
      telling.soon();
    }
    for (const engine of wanted) if (!following.has(engine)) following.set(engine, follow(engine));
  }

  function follow(engine: Engine): Following {
    const end = new AbortController();
    const ids = function* () {
      for (const { id } of engine.inventory.list('container')) yield id;
    };
    const stats = openStats({ engine, ids, signal: end.signal, onChange: () => telling.soon() });
    return { stats, end };
  }

  const registrations = vscode.Disposable.from(
    hosts.onDidChange(({ what }) => {
      if (what === 'hosts') update();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gantry.containers.usage')) update();
    }),
    telling,
    changed,
  );
  return {
    onDidChange: changed.event,
    usage(containerId) {
      for (const { stats } of following.values()) {
        const usage = stats.usage(containerId);
        if (usage !== undefined) return usage;
      }
      return undefined;
    },
    look(view, now) {
      if (view !== 'gantry.containers') return;
      visible = now;
      update();
    },
    dispose() {
      for (const { end } of following.values()) end.abort();
      following.clear();
      registrations.dispose();
    },
  };
}
