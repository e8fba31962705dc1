import { t } from '@vscode/l10n';
import { EngineError } from '../engine/errors.ts';
import { listed } from '../words/listed.ts';
import { sentence } from '../words/sentence.ts';
import type { CommandContext } from './command.ts';
import { nameOf } from './nameOf.ts';
import type { Report } from './report.ts';
import type { Selection } from './selection.ts';

/** How many objects are worked on at a time: enough to wait for many at once, few enough not to flood an engine. */
const atOnce = 16;

export interface Failure<S extends Selection = Selection> {
  readonly object: S;
  readonly error: unknown;
}

/**
 * Does the same to each object, `most` at a time, while `title` shows progress. One that fails does not keep the others
 * from being done; all failures are thrown together, as one error with the objects' names and the engine's own words.
 */
export async function forEachObject<S extends Selection>(
  objects: readonly S[],
  context: Pick<CommandContext, 'ui' | 'signal'>,
  title: string,
  action: (object: S, signal: AbortSignal, report: Report) => Promise<unknown>,
  most: number = atOnce,
): Promise<void> {
  throwFailures(await tryEachObject(objects, context, title, action, most), objects.length);
}

/** As `forEachObject`, for what treats the failures itself. What the person cancelled is thrown as cancelled. */
export async function tryEachObject<S extends Selection>(
  objects: readonly S[],
  { ui }: Pick<CommandContext, 'ui' | 'signal'>,
  title: string,
  action: (object: S, signal: AbortSignal, report: Report) => Promise<unknown>,
  most: number = atOnce,
): Promise<readonly Failure<S>[]> {
  const failures: Failure<S>[] = [];
  await ui.progress(title, async (signal, report) => {
    const waiting = [...objects];
    const worker = async () => {
      for (let object = waiting.shift(); object !== undefined && !signal.aborted; object = waiting.shift()) {
        try {
          await action(object, signal, report);
        } catch (error) {
          if (!isCancelled(error)) failures.push({ object, error });
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(most, objects.length) }, worker));
    if (signal.aborted && failures.length === 0) throw new EngineError('aborted', t('Cancelled.'));
  });
  return failures;
}

/** Throws failures as one error that reads as the reason of a sentence; returns where there are none. */
export function throwFailures(failures: readonly Failure[], total: number): void {
  const [first] = failures;
  if (first === undefined) return;
  const { error } = first;
  // What is wrong with the connection concerns none of the objects more than another.
  if (error instanceof EngineError && error.status === undefined) throw error;
  const byWords = Map.groupBy(failures, (failure) => wordsOf(failure.error));
  const reasons = [...byWords].map(
    ([words, alike]) => `${listed(alike.map(({ object }) => nameOf(object)))}: ${sentence(words)}`,
  );
  const count = total > 1 ? [t('{0} of {1}.', failures.length, total)] : [];
  throw new Error([...count, ...reasons].join(' '), { cause: error });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isCancelled(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'aborted';
}
