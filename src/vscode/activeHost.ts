import * as vscode from 'vscode';
import type { Kind } from '../engine/kinds/kind.ts';
import type { OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';

/** What may have become different: the objects of a kind, or the connection, the swarm, the host itself. */
export type HostChange = Kind | 'state';

/**
 * The active host as the shell sees it: none until the workspace is trusted, then whichever is active. What shows
 * something subscribes here once and need not know when the host becomes another one.
 */
export class ActiveHost implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<HostChange>();
  readonly onDidChange = this.#changed.event;
  #hosts: Hosts | undefined;
  #following: readonly Disposable[] = [];
  readonly #ended: (reason: unknown) => void;

  /** `ended` hears why closing the hosts failed, if it did. */
  constructor(ended: (reason: unknown) => void) {
    this.#ended = ended;
  }

  get current(): OpenHost | undefined {
    return this.#hosts?.active;
  }

  /** From now on `hosts` are what is shown; they are closed with this. */
  start(hosts: Hosts): void {
    this.#hosts = hosts;
    const follow = () => {
      this.#stopFollowing();
      const { inventory } = hosts.active.engine;
      this.#following = [
        inventory.onDidChange(({ kind }) => this.#changed.fire(kind)),
        inventory.onDidChangeState(() => this.#changed.fire('state')),
        hosts.onDidChange(follow),
      ];
      this.#changed.fire('state');
    };
    follow();
  }

  dispose(): void {
    this.#stopFollowing();
    this.#changed.dispose();
    this.#hosts?.[Symbol.asyncDispose]().then(undefined, this.#ended);
    this.#hosts = undefined;
  }

  #stopFollowing(): void {
    for (const subscription of this.#following) subscription[Symbol.dispose]();
    this.#following = [];
  }
}
