import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { parseReference, referenceProblem } from '../reference.ts';
import { referencePath } from '../segment.ts';

/** Gives the image another reference; `latest` where `target` has no tag. */
export async function tagImage(
  { client }: EngineClient,
  reference: string,
  options: Call & { readonly target: string },
): Promise<void> {
  const target = parseReference(options.target);
  if (target === undefined)
    throw new EngineError('refused', referenceProblem(options.target) ?? options.target);
  await client.getImage(referencePath(reference)).tag({
    repo: target.repository,
    tag: target.tag ?? 'latest',
    abortSignal: within('change', options.signal),
  });
}
