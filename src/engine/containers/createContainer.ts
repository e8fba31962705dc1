import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';
import type { Creation } from './creation.ts';
import { creationBody, endpointOf } from './creationBody.ts';
import { removeContainer } from './removeContainer.ts';

/** Creates one without starting it, connected to all of its networks. Returns its id; where that fails nothing is left. */
export async function createContainer(
  engine: EngineClient,
  { signal, ...creation }: Creation & Call,
): Promise<string> {
  const { name, platform, networks = [] } = creation;
  const { Id: id } = await dial<{ readonly Id: string }>(engine, {
    method: 'POST',
    path: '/containers/create?',
    options: { _query: { name, platform }, _body: creationBody(creation) },
    abortSignal: within('change', signal),
  });
  try {
    for (const network of networks.slice(1)) {
      await dial(engine, {
        method: 'POST',
        path: `/networks/${segment(network.name)}/connect`,
        options: { _body: { Container: id, EndpointConfig: endpointOf(network) } },
        abortSignal: within('change', signal),
      });
    }
  } catch (error) {
    await removeContainer(engine, id, { force: true, volumes: true }).catch(() => undefined);
    throw error;
  }
  return id;
}
