import type { EngineClient } from './client.ts';
import { EngineError } from './errors.ts';
import type { TerminalProgram } from './terminal.ts';

/** Follows a container's output until it ends. */
export function containerLogs(
  _engine: EngineClient,
  _id: string,
  _options: { readonly tail?: number },
): TerminalProgram {
  return async () => {
    throw new EngineError('refused', 'Logs are not there yet.');
  };
}
