import { isDeepStrictEqual } from 'node:util';
import { createListeners } from '../engine/listeners.ts';
import { openEngine } from '../engine/openEngine.ts';
import { contextStore } from '../transport/contextStore/contextStore.ts';
import { watchPaths } from '../transport/watchPaths.ts';
import { findHosts, hostPaths } from './findHosts.ts';
import type { Host, OpenHost } from './host.ts';
import { hostOfId } from './hostOfId.ts';
import type { Hosts, RememberedHosts } from './hosts.ts';

export interface HostsOptions {
  /** Read for DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG, DOCKER_TLS_VERIFY and the folders of known sockets. */
  readonly env: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
  readonly remembered?: RememberedHosts;
}

/** A host with the engine that was opened for it. */
interface Entry {
  host: OpenHost;
  /** How many things run on it. */
  holders: number;
}

/** Opens the hosts of a window: the active one and those remembered. Where each leads is found out anew at each connection. */
export function openHosts({ env, log, remembered = { open: [] } }: HostsOptions): Hosts {
  const listeners = createListeners<void>((error) => log?.(`A listener failed: ${String(error)}`));
  const entries = new Map<string, Entry>();
  /** Those that something still runs on, although another engine has taken their place. */
  const outgoing = new Set<Entry>();
  const closing = new Set<Promise<void>>();
  let disposed = false;
  let chosen = remembered.active;
  let wanted: readonly string[] = remembered.open;
  let { all, cli } = findHosts(env);
  let known: readonly Host[] = [];
  let open: readonly [OpenHost, ...OpenHost[]] = settle();

  /** The id as it is now: that of DOCKER_HOST goes with its value. Undefined where there is no such host any more. */
  function present(id: string): string | undefined {
    if (id.startsWith('host:')) return cli.source === 'environment' ? cli.id : undefined;
    // An engine that was stopped has taken its socket with it.
    return id.startsWith('socket:') || all.some((host) => host.id === id) ? id : undefined;
  }

  function hostNow(id: string): Host {
    const former = id.startsWith('socket:') ? entries.get(id)?.host : undefined;
    return all.find((host) => host.id === id) ?? former ?? hostOfId(env, id);
  }

  function openEntry(host: Host): Entry {
    const engine = openEngine({
      async resolve() {
        refresh();
        return entry.host.endpoint();
      },
      onProgress(words) {
        if (words === entry.host.progress) return;
        change(() => {
          const { progress: _former, ...rest } = entry.host;
          entry.host = words === undefined ? rest : { ...rest, progress: words };
        });
      },
      ...(log === undefined ? {} : { log: (line: string) => log(`${entry.host.name}: ${line}`) }),
    });
    const entry: Entry = { holders: 0, host: { ...host, engine } };
    return entry;
  }

  function closeUnlessHeld(entry: Entry): void {
    if (entry.holders > 0) {
      outgoing.add(entry);
      return;
    }
    outgoing.delete(entry);
    const ending = end(entry).finally(() => closing.delete(ending));
    closing.add(ending);
  }

  async function end({ host }: Entry): Promise<void> {
    try {
      await host.engine[Symbol.asyncDispose]();
    } catch (error) {
      log?.(`${host.name} could not be closed: ${String(error)}`);
    }
  }

  /** The entry for a host that is to be open: the one there is, unless its engine leads elsewhere by now. */
  function entryFor(host: Host): Entry {
    const former = entries.get(host.id);
    const entry = former === undefined || leadsElsewhere(former.host, host) ? openEntry(host) : former;
    if (entry === former) {
      if (!sameHost(former.host, host)) entry.host = withEngine(host, entry.host);
      return entry;
    }
    entries.set(host.id, entry);
    if (former !== undefined) closeUnlessHeld(former);
    return entry;
  }

  function leadsElsewhere({ engine }: OpenHost, host: Host): boolean {
    if (engine.endpoint === undefined) return false;
    try {
      return !isDeepStrictEqual(host.endpoint(), engine.endpoint);
    } catch {
      // A description that is broken may be about to be written; one that is gone leads nowhere.
      return !all.some(({ id }) => id === host.id);
    }
  }

  /** Opens and closes engines until just those are open that should be. */
  function settle(): readonly [OpenHost, ...OpenHost[]] {
    // DOCKER_HOST is one host, wherever it leads: its engine goes along.
    for (const [id, entry] of entries) {
      if (!id.startsWith('host:') || cli.source !== 'environment' || id === cli.id) continue;
      entries.delete(id);
      entries.set(cli.id, entry);
    }
    const activeId = chosen === undefined || /^(?:host:|cli$)/.test(chosen) ? cli.id : chosen;
    const beside = new Set(wanted.flatMap((id) => present(id) ?? []));
    beside.delete(activeId);
    const entryOf = (id: string) => entryFor(hostNow(id));
    const active = entryOf(activeId);
    const others = [...beside].map(entryOf);
    for (const [id, entry] of entries) {
      if (id === activeId || beside.has(id) || entry.holders > 0) continue;
      entries.delete(id);
      closeUnlessHeld(entry);
    }
    const now = [active, ...others].map(({ host }) => host);
    known = [...all, ...now.filter(({ id }) => !all.some((host) => host.id === id))];
    return [active.host, ...others.map(({ host }) => host)];
  }

  /** Does something, and tells those who listen if anything looks different then. */
  function change(action: () => void): void {
    if (disposed) return;
    const before = [...known, cli, ...open];
    action();
    open = settle();
    const after = [...known, cli, ...open];
    if (before.length !== after.length || after.some((host, i) => host !== before[i])) listeners.fire();
  }

  function refresh(): void {
    change(() => {
      const found = findHosts(env);
      all = found.all.map((host) => all.find((former) => sameHost(former, host)) ?? host);
      cli = all.find(({ id }) => id === found.cli.id) ?? found.cli;
    });
  }

  const watching = watchPaths(hostPaths(env), refresh);

  return {
    contexts: contextStore(env),
    get known() {
      return known;
    },
    get open() {
      return open;
    },
    get active() {
      return open[0];
    },
    get cli() {
      return cli;
    },
    get remembered() {
      return { ...(chosen === undefined ? {} : { active: chosen }), open: wanted };
    },
    use: (id) =>
      change(() => {
        chosen = id;
      }),
    connect: (id) =>
      change(() => {
        wanted = [...new Set([...wanted, id])];
      }),
    disconnect: (id) =>
      change(() => {
        wanted = wanted.filter((other) => present(other) !== id);
      }),
    hold({ engine }) {
      const entry = [...entries.values()].find(({ host }) => host.engine === engine);
      if (entry !== undefined) entry.holders += 1;
      let held = entry;
      return {
        [Symbol.dispose]() {
          if (held === undefined) return;
          held.holders -= 1;
          if (!open.some((host) => host.engine === engine)) {
            if (entries.get(held.host.id) === held && held.holders === 0) entries.delete(held.host.id);
            closeUnlessHeld(held);
          }
          held = undefined;
        },
      };
    },
    refresh,
    onDidChange: listeners.add,
    async [Symbol.asyncDispose]() {
      disposed = true;
      watching[Symbol.dispose]();
      await Promise.all([...[...entries.values(), ...outgoing].map(end), ...closing]);
    },
  };
}

/** The host as it is written down by now, with the engine that it has. */
function withEngine(host: Host, { engine, progress }: OpenHost): OpenHost {
  return { ...host, engine, ...(progress === undefined ? {} : { progress }) };
}

/** Whether two look the same to a person; where they lead is for their engines to find out. */
function sameHost(a: Host, b: Host): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.address === b.address &&
    a.source === b.source &&
    a.stored === b.stored &&
    a.description === b.description &&
    a.problem === b.problem
  );
}
