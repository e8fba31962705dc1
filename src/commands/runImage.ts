import { createContainer } from '../engine/containers/createContainer.ts';
import type { PublishedPort } from '../engine/containers/creation.ts';
import { inspectContainer } from '../engine/containers/inspectContainer.ts';
import { startContainer } from '../engine/containers/lifecycle.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import { EngineError } from '../engine/errors.ts';
import { exposedPorts } from '../engine/images/inspectImage.ts';
import type { Port } from '../engine/kinds/container.ts';
import type { CommandContext } from './command.ts';
import { type ContainerFacts, containerFacts } from './containerFacts.ts';

type Ports = readonly PublishedPort[];

/**
 * Creates and starts a container of an image, its exposed ports published: each on the same number where that is free,
 * else on one of the engine's choice. A container that can't be started is removed again.
 */
export async function runImage(
  { engine }: Pick<CommandContext, 'engine'>,
  image: string,
  signal: AbortSignal,
): Promise<ContainerFacts> {
  const ports = await portsToPublish({ engine }, image, signal);
  const id = await createAndStart(ports).catch((error: unknown) => {
    if (ports.length === 0 || !isPortTaken(error)) throw error;
    // Something that is no container holds one of them; the engine does not say which in a form to rely on.
    return createAndStart(ports.map(({ containerPort, protocol }) => ({ containerPort, protocol })));
  });
  return containerFacts(await inspectContainer(engine, id, { signal }));

  async function createAndStart(published: Ports): Promise<string> {
    const created = await createContainer(engine, { image, ports: published, signal });
    try {
      await startContainer(engine, created, { signal });
      return created;
    } catch (error) {
      // Also after a cancellation, which must not leave it behind.
      await removeContainer(engine, created, { force: true, volumes: true }).catch(() => undefined);
      throw error;
    }
  }
}

/** The image's exposed ports, with the same number on the host where no container publishes that. */
export async function portsToPublish(
  { engine }: Pick<CommandContext, 'engine'>,
  image: string,
  signal: AbortSignal,
): Promise<Ports> {
  const taken = new Set(engine.inventory.list('container').flatMap(({ ports }) => ports.flatMap(publicKey)));
  const exposed = await exposedPorts(engine, image, { signal });
  return exposed.map(({ port, protocol }) => ({
    containerPort: port,
    protocol,
    ...(taken.has(`${port}/${protocol}`) ? {} : { hostPort: port }),
  }));
}

function publicKey({ publicPort, protocol }: Port): readonly string[] {
  return publicPort === undefined ? [] : [`${publicPort}/${protocol}`];
}

/** Whether a start failed for a port of the host: in use, or not to be had by an engine without root's rights. */
function isPortTaken(error: unknown): boolean {
  return (
    error instanceof EngineError &&
    /port is already allocated|address already in use|ports are not available|cannot expose privileged port/i.test(
      error.message,
    )
  );
}
