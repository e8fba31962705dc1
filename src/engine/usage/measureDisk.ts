import { setTimeout as delay } from 'node:timers/promises';
import { toEngineError } from '../classify.ts';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';

/** What the engine can measure alone. */
export type Measurable = 'image' | 'container' | 'volume' | 'build-cache';

const retryMilliseconds = 100;

/**
 * The engine's `/system/df` as it is. Engines before API 1.42 measure everything, whatever is asked for, and before 23.0
 * they refuse while they are measuring for anybody else: then it is asked again until they are done.
 */
export async function measureDisk<T>(
  engine: EngineClient,
  what: readonly Measurable[] | 'all',
  call?: Call,
): Promise<T> {
  const abortSignal = within('long', call?.signal);
  for (;;) {
    try {
      return await dial<T>(engine, {
        path: '/system/df?',
        options: what === 'all' ? {} : { type: [...what] },
        abortSignal,
      });
    } catch (error) {
      if (!isMeasuring(error)) throw error;
    }
    await delay(retryMilliseconds, undefined, { signal: abortSignal }).catch(() => {
      throw toEngineError(abortSignal.reason);
    });
  }
}

function isMeasuring(error: unknown): boolean {
  return error instanceof EngineError && /disk usage operation is already running/.test(error.message);
}
