import type { ContextStore } from '../transport/contextStore/contextStore.ts';
import type { Host, OpenHost } from './host.ts';

/** What a window keeps of its hosts from one session to the next, by their ids. */
export interface RememberedHosts {
  /** The one chosen for this window; without it the window follows the docker CLI. */
  readonly active?: string;
  /** Those connected to beside it. */
  readonly open: readonly string[];
}

/** The engines that a window knows, and those that it is connected to. Nothing here changes what the docker CLI uses. */
export interface Hosts extends AsyncDisposable {
  /** Those that there are now, and those that are open although they are gone. */
  readonly known: readonly Host[];
  /** Connected or connecting, each by itself; the active one is first. */
  readonly open: readonly OpenHost[];
  /** The one that commands without an object work on. */
  readonly active: OpenHost;
  /** The one that the docker CLI would use; `active` as well while none was chosen. */
  readonly cli: Host;
  /** The docker CLI's store of contexts: what is changed there shows here. */
  readonly contexts: ContextStore;
  /** What to give to `openHosts` next time. */
  readonly remembered: RememberedHosts;
  /** Makes a known host the active one; without an id whichever the docker CLI uses, from now on. */
  use(id?: string): void;
  /** Connects to a known host beside the active one. */
  connect(id: string): void;
  /** Disconnects from a host, unless it is the active one. */
  disconnect(id: string): void;
  /** Keeps a host connected until that is disposed: something runs on it, wherever the window goes meanwhile. */
  hold(host: OpenHost): Disposable;
  /** Looks again which hosts there are; that is done by itself where the system tells of changes of files. */
  refresh(): void;
  /** Calls back after any of these became different; not for what the engines' inventories tell themselves. */
  onDidChange(listener: () => void): Disposable;
}
