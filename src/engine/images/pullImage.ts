import type { Readable } from 'node:stream';
import { toEngineError } from '../classify.ts';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { jsonLines } from '../jsonLines.ts';
import { parseReference, referenceProblem } from '../reference.ts';
import { referencePath } from '../segment.ts';
import { advance, noProgress, type TransferMessage, type TransferProgress } from './transferProgress.ts';

/** What a registry wants to know of who asks, as the engine's `X-Registry-Auth` has it. */
type RegistryAuth =
  | { readonly username: string; readonly password: string; readonly serveraddress: string }
  | { readonly identitytoken: string; readonly serveraddress: string }
  | { readonly registrytoken: string }
  | Readonly<Record<string, never>>;

interface Transfer extends Call {
  readonly auth?: RegistryAuth;
  readonly onProgress?: (progress: TransferProgress) => void;
}

/** Has the engine pull an image; `latest` where the reference has neither tag nor digest. Resolves to how it ended. */
export async function pullImage(
  engine: EngineClient,
  reference: string,
  options: Transfer & {
    /** Such as `linux/arm64`; the engine's own unless given. */
    readonly platform?: string;
  } = {},
): Promise<TransferProgress> {
  const parsed = parseReference(reference);
  if (parsed === undefined) throw new EngineError('refused', referenceProblem(reference) ?? reference);
  const tag = parsed.digest ?? parsed.tag ?? 'latest';
  return await transfer(engine, options, {
    path: '/images/create?',
    options: {
      fromImage: parsed.repository,
      tag,
      ...(options.platform === undefined ? {} : { platform: options.platform }),
    },
  });
}

/** Has the engine push a reference that an image has. Resolves to how it ended, with the digest at the registry. */
export async function pushImage(
  engine: EngineClient,
  reference: string,
  options: Transfer = {},
): Promise<TransferProgress> {
  const parsed = parseReference(reference);
  if (parsed === undefined) throw new EngineError('refused', referenceProblem(reference) ?? reference);
  return await transfer(
    engine,
    // An engine wants to be told something, if only that there is nothing to tell.
    { ...options, auth: options.auth ?? {} },
    {
      path: `/images/${referencePath(parsed.repository)}/push?`,
      options: { tag: parsed.tag ?? 'latest' },
    },
  );
}

async function transfer(
  engine: EngineClient,
  { auth, onProgress, signal = new AbortController().signal }: Transfer,
  call: { readonly path: string; readonly options: Readonly<Record<string, string>> },
): Promise<TransferProgress> {
  const stream = await dial<Readable>(engine, {
    ...call,
    method: 'POST',
    isStream: true,
    abortSignal: signal,
    ...(auth === undefined ? {} : { headers: { 'X-Registry-Auth': authHeader(auth) } }),
  });
  let progress = noProgress;
  try {
    for await (const message of jsonLines(stream)) {
      progress = advance(progress, message as TransferMessage);
      onProgress?.(progress);
    }
  } catch (error) {
    throw signal.aborted ? toEngineError(signal.reason) : toEngineError(error);
  }
  return progress;
}

function authHeader(auth: RegistryAuth): string {
  return Buffer.from(JSON.stringify(auth)).toString('base64url');
}
