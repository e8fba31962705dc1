import type { EngineClient } from '../client.ts';
import { EngineError } from '../errors.ts';

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

/** Builds an image on the engine. */
export async function buildImage(_engine: EngineClient, _options: BuildOptions): Promise<BuildResult> {
  throw new EngineError('refused', 'Builds are not there yet.');
}
