import type { Port } from '../engine/kinds/container.ts';

/** What is read of a container that was just started. */
export interface ContainerFacts {
  readonly name: string;
  readonly running: boolean;
  readonly exitCode: number;
  /** The published ones. */
  readonly ports: readonly Port[];
}

/** Reads the engine's inspection of a container; what is missing in it is empty. */
export function containerFacts(inspection: unknown): ContainerFacts {
  const { Name, State, NetworkSettings } = record(inspection);
  const { Running, ExitCode } = record(State);
  const { Ports } = record(NetworkSettings);
  return {
    name: typeof Name === 'string' ? Name.replace(/^\//, '') : '',
    running: Running === true,
    exitCode: typeof ExitCode === 'number' ? ExitCode : 0,
    ports: Object.entries(record(Ports)).flatMap(([key, bindings]) =>
      Array.isArray(bindings) ? bindings.flatMap((binding) => portOf(key, record(binding))) : [],
    ),
  };
}

function portOf(key: string, { HostIp, HostPort }: Readonly<Record<string, unknown>>): readonly Port[] {
  const [privatePort, protocol] = key.split('/');
  const publicPort = Number(HostPort);
  if (!(publicPort > 0)) return [];
  return [
    {
      privatePort: Number(privatePort),
      protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
      publicPort,
      ...(typeof HostIp === 'string' && HostIp !== '' ? { ip: HostIp } : {}),
    },
  ];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
