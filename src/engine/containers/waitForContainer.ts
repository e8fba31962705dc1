import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';

/**
 * Resolves to the exit code of a container when it does not run any more: at once where it does not run. Without a
 * deadline, since it may run for ever: the signal ends the waiting.
 */
export async function waitForContainer(
  engine: EngineClient,
  id: string,
  call: Call & { /** Until it is gone, which its engine sees to. */ readonly removed?: boolean },
): Promise<number> {
  const answer = await dial<{
    readonly StatusCode: number;
    readonly Error?: { readonly Message?: string } | null;
  }>(engine, {
    method: 'POST',
    path: `/containers/${segment(id)}/wait?`,
    options: { condition: call.removed ? 'removed' : 'not-running' },
    abortSignal: call.signal ?? new AbortController().signal,
  });
  const problem = answer.Error?.Message;
  if (problem) throw new EngineError('refused', problem);
  return answer.StatusCode;
}
