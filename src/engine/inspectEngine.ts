import type { Call, EngineClient } from './client.ts';
import { within } from './deadline.ts';
import { dial } from './dial.ts';

/** What an engine says of itself: the JSON of its version and of its information, as it is. */
export async function inspectEngine(
  engine: EngineClient,
  call?: Call,
): Promise<{ readonly version: unknown; readonly info: unknown }> {
  const abortSignal = within('read', call?.signal);
  const ask = (path: string) => dial(engine, { path, abortSignal });
  const [version, info] = await Promise.all([ask('/version'), ask('/info')]);
  return { version, info };
}
