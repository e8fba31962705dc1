import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';

/** The processes of a container as the engine's machine sees them: a table by `ps`. */
export interface ProcessTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What runs in a running container. `columns`: arguments of `ps` on the engine's machine; `-ef` where there are none. */
export async function containerProcesses(
  engine: EngineClient,
  id: string,
  { columns, signal }: Call & { readonly columns?: string } = {},
): Promise<ProcessTable> {
  const table = await dial<{
    readonly Titles?: readonly string[] | null;
    readonly Processes?: readonly (readonly string[])[] | null;
  }>(engine, {
    path: `/containers/${segment(id)}/top?`,
    options: { ps_args: columns },
    abortSignal: within('read', signal),
  });
  return { titles: table.Titles ?? [], rows: table.Processes ?? [] };
}
