import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';

/** Starts it; success too where it runs already. */
export async function startContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  const container = client.getContainer(segment(id));
  await unlessDone(container.start({ abortSignal: within('change', call?.signal) }));
}

/** Stops it after the grace it was created with; success too where it does not run. */
export async function stopContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  const container = client.getContainer(segment(id));
  await unlessDone(container.stop({ abortSignal: within('long', call?.signal) }));
}

/** Stops and starts it. */
export async function restartContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).restart({ abortSignal: within('long', call?.signal) });
}

/** Freezes its processes. */
export async function pauseContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).pause({ abortSignal: within('change', call?.signal) });
}

/** Lets its processes go on. */
export async function unpauseContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).unpause({ abortSignal: within('change', call?.signal) });
}

/** Ends its processes at once. */
export async function killContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).kill({ abortSignal: within('change', call?.signal) });
}

/** 304: it is in that state already. */
async function unlessDone(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof EngineError && error.status === 304)) throw error;
  }
}
