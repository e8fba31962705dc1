import type { Readable } from 'node:stream';
import { dial } from '../dial.ts';
import type { Engine } from '../engine.ts';
import { jsonLines } from '../jsonLines.ts';
import { segment } from '../segment.ts';
import { type ContainerUsage, type StatsSample, usageOf } from './usage.ts';

export interface StatsOptions {
  readonly engine: Pick<Engine, 'client' | 'inventory'>;
  /** Ids of the containers whose usage is wanted now, the most wanted first. */
  ids(): Iterable<string>;
  /** Ends it all. */
  readonly signal: AbortSignal;
  /** Something is known now that was not, or is no longer. */
  onChange(): void;
}

/** The live usage of containers. Costs nothing while none is wanted. */
export interface Stats {
  /** Undefined while it is not known: not running, not wanted, or no sample yet. */
  usage(id: string): ContainerUsage | undefined;
  /** Asks again what is wanted. It does so by itself when containers change. */
  update(): void;
}

interface Followed {
  readonly end: AbortController;
  usage?: ContainerUsage;
}

/** Each stream is a connection of its own, on which the engine writes every second. */
const mostStreams = 100;
/** A stream that has lasted so long, in milliseconds, is opened again when it ends by itself. */
const goodAfter = 1000;

/**
 * Follows the engine's stats stream of every container that is wanted and runs. The engine sets the pace, one sample a
 * second; there is no timer. A container that stops loses its stream, as the engine would go on with empty samples.
 */
export function openStats({ engine, ids, signal, onChange }: StatsOptions): Stats {
  const { inventory } = engine;
  const followed = new Map<string, Followed>();
  /** Whose stream failed at once: not tried again before the container or the connection changes. */
  const failed = new Set<string>();

  const changes = inventory.onDidChange(({ kind, changed, removed }) => {
    if (kind !== 'container') return;
    for (const { id } of changed) failed.delete(id);
    for (const id of removed) failed.delete(id);
    update();
  });
  const states = inventory.onDidChangeState(() => {
    failed.clear();
    update();
  });
  signal.addEventListener(
    'abort',
    () => {
      changes[Symbol.dispose]();
      states[Symbol.dispose]();
      for (const id of [...followed.keys()]) unfollow(id);
    },
    { once: true },
  );

  function update(): void {
    if (signal.aborted) return;
    const wanted = wantedNow();
    let lost = false;
    for (const [id, { usage }] of followed) {
      if (wanted.has(id)) continue;
      unfollow(id);
      lost ||= usage !== undefined;
    }
    for (const id of wanted) if (!followed.has(id) && !failed.has(id)) void follow(id);
    if (lost) onChange();
  }

  function wantedNow(): ReadonlySet<string> {
    const wanted = new Set<string>();
    if (inventory.state.status !== 'connected') return wanted;
    for (const id of ids()) {
      if (inventory.get('container', id)?.state === 'running') wanted.add(id);
      if (wanted.size === mostStreams) break;
    }
    return wanted;
  }

  function unfollow(id: string): void {
    followed.get(id)?.end.abort();
    followed.delete(id);
  }

  async function follow(id: string): Promise<void> {
    const entry: Followed = { end: new AbortController() };
    followed.set(id, entry);
    const opened = performance.now();
    try {
      await read(id, entry);
    } catch {
      // The container is gone, or the connection: the inventory tells, and what is wanted then is opened then.
    }
    if (followed.get(id) !== entry) return;
    followed.delete(id);
    if (performance.now() - opened < goodAfter) failed.add(id);
    if (entry.usage !== undefined) onChange();
    update();
  }

  async function read(id: string, entry: Followed): Promise<void> {
    const abortSignal = AbortSignal.any([entry.end.signal, signal]);
    const path = `/containers/${segment(id)}/stats`;
    const stream = await dial<Readable>(engine, { path, abortSignal, isStream: true });
    let previous: StatsSample | undefined;
    for await (const line of jsonLines(stream)) {
      if (abortSignal.aborted) return;
      const sample = line as StatsSample;
      const usage = usageOf(previous, sample);
      previous = usage === undefined ? undefined : sample;
      if (usage === undefined && entry.usage === undefined) continue;
      if (usage === undefined) delete entry.usage;
      else entry.usage = usage;
      onChange();
    }
  }

  update();
  return { usage: (id) => followed.get(id)?.usage, update };
}
