import type { EngineClient } from './client.ts';
import { EngineError } from './errors.ts';
import type { TerminalProgram } from './terminal.ts';

/** A shell in a running container. */
export function containerShell(
  _engine: EngineClient,
  _id: string,
  _options: { readonly command?: readonly string[] },
): TerminalProgram {
  return async () => {
    throw new EngineError('refused', 'Shells are not there yet.');
  };
}
