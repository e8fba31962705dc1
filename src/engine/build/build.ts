import type { Readable } from 'node:stream';
import { toEngineError } from '../classify.ts';
import type { EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { jsonLines } from '../jsonLines.ts';
import { parseReference, referenceProblem } from '../reference.ts';
import { type ClassicMessage, createClassicProgress } from './classicProgress.ts';
import { type Context, openContext } from './context.ts';
import { ContextError } from './contextError.ts';
import { failingLine } from './failingLine.ts';
import { createProgress } from './progress.ts';
import { decodeTrace } from './trace.ts';

export interface BuildOptions {
  /** Absolute path of a folder. */
  readonly contextPath: string;
  /** Absolute path; it may lie outside the context. */
  readonly dockerfilePath: string;
  readonly tag?: string;
  /** The stage to stop at. */
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly noCache?: boolean;
  /** Asks the registry for newer base images. */
  readonly pull?: boolean;
  /** Takes text as a terminal does (`\r\n`). */
  write(text: string): void;
  readonly signal: AbortSignal;
}

export type BuildResult =
  | { readonly ok: true; readonly imageId: string }
  /** `line`: zero-based, in the Dockerfile. */
  | { readonly ok: false; readonly message: string; readonly line?: number };

/**
 * Builds an image on the engine: by its BuildKit, or its classic builder where it has none (Podman, Windows). The context
 * is sent as an archive that honours .dockerignore. Resolves also where the build fails; throws where the engine can't be
 * asked, and `aborted` when the signal is: the engine stops then.
 */
export async function buildImage(engine: EngineClient, options: BuildOptions): Promise<BuildResult> {
  try {
    return await build(engine, options);
  } catch (error) {
    if (options.signal.aborted)
      throw new EngineError('aborted', 'The build was cancelled.', { cause: error });
    // The archive fails in the middle of the call that sends it.
    const reason = error instanceof EngineError ? error.cause : error;
    if (reason instanceof ContextError) return failure(options, reason.message);
    throw toEngineError(error);
  }
}

async function build(engine: EngineClient, options: BuildOptions): Promise<BuildResult> {
  const { tag, signal, write } = options;
  if (tag !== undefined && parseReference(tag) === undefined)
    return failure(options, referenceProblem(tag) ?? tag);
  const [context, buildKit] = await Promise.all([openContext(options), hasBuildKit(engine, signal)]);
  const { stream: file, sent } = context.pack(signal);
  write(`Building ${options.dockerfilePath}\r\n`);
  file.once('end', () =>
    write(`Sent the build context: ${sent.files} files, ${(sent.bytes / 1e6).toFixed(1)} MB\r\n`),
  );
  try {
    const answer = await dial<Readable>(engine, {
      method: 'POST',
      path: '/build?',
      file,
      isStream: true,
      abortSignal: signal,
      options: parametersOf(options, context, buildKit),
    });
    return await follow(answer, { options, context, buildKit });
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'refused') throw error;
    return failure(
      options,
      error.message,
      failingLine(context.dockerfile, { message: error.message, step: undefined }),
    );
  }
}

function parametersOf(
  options: BuildOptions,
  { dockerfilePath }: Context,
  buildKit: boolean,
): Record<string, unknown> {
  return {
    ...(buildKit ? { version: '2' } : {}),
    dockerfile: dockerfilePath,
    t: options.tag,
    target: options.target,
    buildargs: options.buildArgs,
    nocache: options.noCache === true ? true : undefined,
    pull: options.pull === true ? true : undefined,
    rm: true,
    forcerm: true,
  };
}

interface Version {
  readonly Os?: string;
  readonly ApiVersion?: string;
  readonly Components?: readonly { readonly Name?: string }[];
}

/** BuildKit is in every Docker engine on Linux since API 1.39 (18.09). */
async function hasBuildKit(engine: EngineClient, signal: AbortSignal): Promise<boolean> {
  const version = await dial<Version>(engine, { path: '/version', abortSignal: within('read', signal) });
  const podman = version.Components?.some(({ Name: name }) => name === 'Podman Engine') === true;
  const minor = Number(version.ApiVersion?.split('.')[1] ?? 0);
  return version.Os === 'linux' && !podman && minor >= 39;
}

async function follow(
  answer: Readable,
  build: { readonly options: BuildOptions; readonly context: Context; readonly buildKit: boolean },
): Promise<BuildResult> {
  const { options, context, buildKit } = build;
  const progress = createProgress(options.write);
  const classic = createClassicProgress(context.dockerfile, options.write);
  let imageId: string | undefined;
  for await (const value of jsonLines(answer)) {
    const message = value as ClassicMessage & { readonly error?: string; readonly aux?: unknown };
    if (message.error !== undefined) {
      const step = progress.failed;
      const line = failingLine(context.dockerfile, { message: message.error, step });
      return failure(options, message.error, line ?? (buildKit ? undefined : classic.line));
    }
    if (message.id === 'moby.buildkit.trace')
      progress.show(decodeTrace(Buffer.from(String(message.aux), 'base64')));
    else classic.show(message);
    imageId = message.aux?.ID ?? imageId;
  }
  if (imageId === undefined) return failure(options, 'The engine ended the build without naming an image.');
  options.write(`\r\nBuilt ${options.tag ?? imageId}\r\n`);
  return { ok: true, imageId };
}

/** What BuildKit puts before the reason. */
const wrapping = /^failed to solve(?: with frontend dockerfile\.v0)?: (?:failed to create LLB definition: )?/;

function failure({ write, dockerfilePath }: BuildOptions, words: string, line?: number): BuildResult {
  const message = advised(words.replace(wrapping, ''));
  // A terminal makes a link of the first form.
  if (line !== undefined) write(`\r\n${dockerfilePath}:${line + 1}`);
  write(`\r\n\x1b[31mERROR: ${message.replace(/\r?\n/g, '\r\n')}\x1b[39m\r\n`);
  return { ok: false, message, ...(line === undefined ? {} : { line }) };
}

function advised(words: string): string {
  if (!/pull access denied|authorization failed|401 Unauthorized|no basic auth credentials/i.test(words))
    return words;
  return `${words}. The registry wants a login, which builds can't send yet: pull the base image with docker pull, then build again.`;
}
