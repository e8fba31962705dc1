import type { Engine } from '../../../src/engine/engine.ts';
import { startDaemon } from '../../support/daemon.ts';
import { importBusybox } from '../../support/images.ts';
import { connectTo } from './engine.ts';

/** A Docker engine of a group's own, and ours connected to it. */
export interface OwnEngine extends AsyncDisposable {
  readonly engine: Engine;
  readonly socketPath: string;
}

/** Starts an engine that has nothing but busybox; resolves when its inventory is true. */
export async function startOwnEngine(): Promise<OwnEngine> {
  await using things = new AsyncDisposableStack();
  const { socketPath } = things.use(await startDaemon());
  await importBusybox(socketPath);
  const engine = things.use(await connectTo(socketPath));
  const owned = things.move();
  return { engine, socketPath, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
