import type { DialOptions } from 'docker-modem';
import type { EngineClient } from './client.ts';

/**
 * One call by its path, for what dockerode has no method for, or one that takes no signal or does more than is wanted.
 * Resolves to the JSON of the answer, to its stream with `isStream`, to the connection with `hijack`.
 */
export function dial<T = unknown>({ client }: EngineClient, options: DialOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    client.modem.dial(options, (error: Error | null, result: unknown) => {
      if (error === null) resolve(result as T);
      else reject(error);
    });
  });
}
