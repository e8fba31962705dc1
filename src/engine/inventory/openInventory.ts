import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../change.ts';
import { toEngineError } from '../classify.ts';
import type { EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import type { EngineError } from '../errors.ts';
import type { EngineFacts } from '../facts.ts';
import type { Inventory, InventoryState, SwarmState } from '../inventory.ts';
import type { Kind } from '../kinds/kind.ts';
import { createListeners } from '../listeners.ts';
import type { SettledCall } from '../modem.ts';
import { onAbort } from '../onAbort.ts';
import { createBackoff } from './backoff.ts';
import type { Self } from './readSelf.ts';
import { openSession, type Session } from './session.ts';
import { createStore, type Store } from './store.ts';

export interface LiveInventory extends Inventory {
  /** Tells it of every call that ended. */
  settled(call: SettledCall): void;
  /** Resolves when it has stopped, after `signal` was aborted. */
  readonly stopped: Promise<void>;
}

export interface InventoryOptions {
  readonly engine: EngineClient;
  readonly signal: AbortSignal;
  readonly log?: ((line: string) => void) | undefined;
  /** Gets the way to the engine ready; `fresh` where the one there is does not answer. */
  connect(options: { readonly fresh: boolean }): Promise<void>;
  /** Calls back when the engine may have come back. */
  watch(onHint: () => void): Disposable;
}

/** A connection that lasted so long counts as a good one, in milliseconds. */
const goodAfter = 2000;

/** Opens the inventory of an engine: it connects at once, and again whenever the connection breaks, without end. */
export function openInventory(options: InventoryOptions): LiveInventory {
  const { engine, signal, log } = options;
  const report = (error: unknown) =>
    log?.(`A listener failed: ${error instanceof Error ? error.stack : String(error)}`);
  const changes = createListeners<Change>(report);
  const states = createListeners<void>(report);
  const stores: { readonly [K in Kind]: Store<K> } = {
    container: createStore('container'),
    image: createStore('image'),
    network: createStore('network'),
    volume: createStore('volume'),
    node: createStore('node'),
  };
  let state: InventoryState = { status: 'connecting' };
  let swarm: SwarmState = { status: 'inactive', manager: false };
  let facts: EngineFacts | undefined;
  let session: Session | undefined;
  let suspect: (error: EngineError) => void = () => undefined;
  let wake: () => void = () => undefined;

  function setState(next: InventoryState): void {
    if (isDeepStrictEqual(state, next)) return;
    state = next;
    states.fire();
  }

  function onSelf(next: Self): boolean {
    const newFacts = !isDeepStrictEqual(facts, next.facts);
    const newSwarm = !isDeepStrictEqual(swarm, next.swarm);
    if (newFacts) facts = next.facts;
    if (newSwarm) swarm = next.swarm;
    if (newFacts || newSwarm) states.fire();
    return newSwarm;
  }

  async function connectOnce(fresh: boolean, onConnected: () => void): Promise<never> {
    await options.connect({ fresh });
    const ending = new AbortController();
    const doubt = Promise.withResolvers<never>();
    doubt.promise.catch(() => undefined);
    try {
      const ended = AbortSignal.any([signal, ending.signal]);
      const opened = await openSession({
        engine,
        stores,
        signal: ended,
        log,
        onChange: changes.fire,
        onSelf,
      });
      session = opened;
      suspect = inDoubt(doubt.reject, ended);
      const broken = Promise.race([opened.ended, doubt.promise]);
      await Promise.race([opened.synchronised, broken]);
      onConnected();
      return await broken;
    } finally {
      session = undefined;
      suspect = () => undefined;
      ending.abort();
    }
  }

  /** A call that got no answer puts the connection in doubt: it is over unless a ping is answered soon. */
  function inDoubt(giveUp: (error: unknown) => void, ended: AbortSignal): (error: EngineError) => void {
    let asking = false;
    return async (error) => {
      if (asking || (error.code !== 'timeout' && error.code !== 'disconnected')) return;
      asking = true;
      try {
        await dial(engine, {
          path: '/_ping',
          abortSignal: AbortSignal.any([ended, AbortSignal.timeout(5000)]),
        });
      } catch (cause) {
        giveUp(cause);
      } finally {
        asking = false;
      }
    };
  }

  async function run(): Promise<void> {
    const backoff = createBackoff({ first: 250, most: 15_000 });
    let fresh = false;
    let triedAtOnce = Number.NEGATIVE_INFINITY;
    while (!signal.aborted) {
      let connectedAt: number | undefined;
      try {
        await connectOnce(fresh, () => {
          connectedAt = performance.now();
          setState({ status: 'connected' });
          log?.('Connected.');
        });
      } catch (cause) {
        if (signal.aborted) return;
        const error = toEngineError(cause);
        log?.(`The connection failed (${error.code}): ${error.message}`);
        fresh = error.code === 'timeout';
        const now = performance.now();
        if (connectedAt !== undefined && now - connectedAt > goodAfter) backoff.reset();
        // A stream that ended may have been cut on its way: only the next failure tells that the engine is away.
        if (connectedAt !== undefined && error.code === 'disconnected' && now - triedAtOnce > goodAfter) {
          triedAtOnce = now;
          continue;
        }
        setState({ status: 'unreachable', error });
        if (await pause(backoff.next())) backoff.reset();
      }
    }
  }

  /** Waits; returns true where something says that it is worth trying now. */
  async function pause(milliseconds: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), milliseconds);
    using _end = onAbort(signal, () => resolve(false));
    wake = () => resolve(true);
    using _watch = options.watch(wake);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get state() {
      return state;
    },
    get swarm() {
      return swarm;
    },
    get facts() {
      return facts;
    },
    loaded: (kind) => stores[kind].loaded,
    list: (kind) => stores[kind].list(),
    get: (kind, id) => stores[kind].get(id),
    onDidChange: changes.add,
    onDidChangeState: (listener) => states.add(listener),
    retry() {
      wake();
      session?.refresh();
    },
    settled(call) {
      session?.settled(call);
      if (call.error !== undefined && call.path !== '/_ping') suspect(call.error);
    },
    stopped: run(),
  };
}
