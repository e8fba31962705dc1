import * as vscode from 'vscode';
import type { Engine } from '../engine/engine.ts';
import type { Kind } from '../engine/kinds/kind.ts';
import type { OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';

/** What may have become different: the objects of a kind, a connection or a swarm, or which hosts there are. */
export interface HostChange {
  readonly what: Kind | 'state' | 'hosts';
  /** The id of the host that it is about; undefined where it is about all. */
  readonly host?: string;
}

/**
 * The hosts as the shell sees them: none until the workspace is trusted. What shows something subscribes here once and
 * need not know when hosts are opened and closed, or another one becomes active.
 */
export class WindowHosts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<HostChange>();
  readonly onDidChange = this.#changed.event;
  readonly #following = new Map<Engine, Disposable>();
  readonly #ended: (reason: unknown) => void;
  #hosts: Hosts | undefined;
  #subscription: Disposable | undefined;

  /** `ended` hears why closing the hosts failed, if it did. */
  constructor(ended: (reason: unknown) => void) {
    this.#ended = ended;
  }

  get hosts(): Hosts | undefined {
    return this.#hosts;
  }

  get active(): OpenHost | undefined {
    return this.#hosts?.active;
  }

  get open(): readonly OpenHost[] {
    return this.#hosts?.open ?? [];
  }

  /** From now on `hosts` are what is shown; they are closed with this. */
  start(hosts: Hosts): void {
    this.#hosts = hosts;
    this.#subscription = hosts.onDidChange(() => this.#follow());
    this.#follow();
  }

  dispose(): void {
    this.#subscription?.[Symbol.dispose]();
    for (const following of this.#following.values()) following[Symbol.dispose]();
    this.#following.clear();
    this.#changed.dispose();
    this.#hosts?.[Symbol.asyncDispose]().then(undefined, this.#ended);
    this.#hosts = undefined;
  }

  #follow(): void {
    const open = new Map(this.open.map((host) => [host.engine, host]));
    for (const [engine, following] of this.#following) {
      if (open.has(engine)) continue;
      following[Symbol.dispose]();
      this.#following.delete(engine);
    }
    for (const [engine, host] of open)
      if (!this.#following.has(engine)) this.#following.set(engine, this.#subscribe(host.engine));
    this.#changed.fire({ what: 'hosts' });
  }

  #subscribe(engine: Engine): Disposable {
    const { inventory } = engine;
    // The host of DOCKER_HOST keeps its engine when it gets another id.
    const fire = (what: HostChange['what']) => {
      const host = this.open.find((open) => open.engine === engine)?.id;
      this.#changed.fire({ what, ...(host === undefined ? {} : { host }) });
    };
    const parts = [
      inventory.onDidChange(({ kind }) => fire(kind)),
      inventory.onDidChangeState(() => fire('state')),
    ];
    return {
      [Symbol.dispose]() {
        for (const part of parts) part[Symbol.dispose]();
      },
    };
  }
}
