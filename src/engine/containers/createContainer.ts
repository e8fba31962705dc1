import type { ContainerCreateOptions } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import type { Port } from '../kinds/container.ts';

export interface ContainerCreation extends Call {
  /** A reference or an id. */
  readonly image: string;
  readonly name?: string;
  /** Instead of the image's own. */
  readonly command?: readonly string[];
  /** Without `hostPort` the engine chooses one. */
  readonly ports?: readonly {
    readonly containerPort: number;
    readonly protocol: Port['protocol'];
    readonly hostPort?: number;
  }[];
  readonly env?: Readonly<Record<string, string>>;
  /** With a terminal, and with its input open. */
  readonly tty?: boolean;
  /** The engine removes it when it ends. */
  readonly autoRemove?: boolean;
}

/** Creates one without starting it. Returns its id. */
export async function createContainer(
  { client }: EngineClient,
  creation: ContainerCreation,
): Promise<string> {
  const { image, name, command, env, tty = false, ports = [] } = creation;
  const bindings = ports.map(({ containerPort, protocol, hostPort }) => ({
    key: `${containerPort}/${protocol}`,
    host: [{ HostPort: hostPort === undefined ? '' : String(hostPort) }],
  }));
  const body: ContainerCreateOptions = {
    Image: image,
    ...(command === undefined ? {} : { Cmd: [...command] }),
    ...(env === undefined ? {} : { Env: Object.entries(env).map(([key, value]) => `${key}=${value}`) }),
    ...(tty ? { Tty: true, OpenStdin: true, StdinOnce: true } : {}),
    ExposedPorts: Object.fromEntries(bindings.map(({ key }) => [key, {}])),
    HostConfig: {
      AutoRemove: creation.autoRemove ?? false,
      PortBindings: Object.fromEntries(bindings.map(({ key, host }) => [key, host])),
    },
  };
  const options = { _query: { name }, _body: body, abortSignal: within('change', creation.signal) };
  return (await client.createContainer(options)).id;
}
