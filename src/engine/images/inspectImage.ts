import type { ImageInspectInfo, ImageInspectOptions } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { referencePath } from '../segment.ts';

/** A port that an image's EXPOSE instruction names. */
export interface ExposedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

/** The engine's JSON as it is. */
export async function inspectImage(engine: EngineClient, reference: string, call?: Call): Promise<unknown> {
  return await inspect(engine, reference, call);
}

/** What the image's EXPOSE instructions name, in the order of their numbers. */
export async function exposedPorts(
  engine: EngineClient,
  reference: string,
  call?: Call,
): Promise<readonly ExposedPort[]> {
  const image = await inspect(engine, reference, call);
  return Object.keys(image.Config?.ExposedPorts ?? {})
    .map(exposedPort)
    .filter((port) => port !== undefined)
    .sort((a, b) => a.port - b.port);
}

/** What it runs on, as `docker run --platform` takes it: `linux/arm64/v8`. */
export async function imagePlatform(engine: EngineClient, reference: string, call?: Call): Promise<string> {
  const image = await inspect(engine, reference, call);
  return [image.Os, image.Architecture, image.Variant].filter((part) => part).join('/');
}

async function inspect({ client }: EngineClient, reference: string, call?: Call): Promise<ImageInspectInfo> {
  const options: ImageInspectOptions & { readonly abortSignal: AbortSignal } = {
    abortSignal: within('read', call?.signal),
  };
  return await client.getImage(referencePath(reference)).inspect(options);
}

function exposedPort(text: string): ExposedPort | undefined {
  const [number, protocol = 'tcp'] = text.split('/');
  const port = Number(number);
  if (!Number.isInteger(port)) return undefined;
  return protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? { port, protocol } : undefined;
}
