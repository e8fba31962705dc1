import type { EngineClient } from './client.ts';
import { EngineError } from './errors.ts';
import type { TerminalProgram } from './terminal.ts';

/** Attaches to a created container, then starts it. */
export function attachContainer(_engine: EngineClient, _id: string): TerminalProgram {
  return async () => {
    throw new EngineError('refused', 'Attaching is not there yet.');
  };
}
