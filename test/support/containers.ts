import { engineCall } from './engineRequest.ts';

/** The label that everything a test makes carries, so that a shared engine's other objects are left alone. */
const testLabel = 'gantry.test';

/**
 * Creates a container of busybox "from outside", started unless `start` is false; resolves to its id. It stops at once:
 * its stop signal is SIGKILL, since a `sleep` that is process 1 ignores the usual one.
 */
export async function createTestContainer(
  socketPath: string,
  options: {
    readonly name?: string;
    readonly image?: string;
    readonly command?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
    /** Container port → port of the host, `0` for any: `{ '80/tcp': 0 }`. */
    readonly ports?: Readonly<Record<string, number>>;
    /** Paths with an anonymous volume each. */
    readonly volumes?: readonly string[];
    readonly tty?: boolean;
    readonly start?: boolean;
  } = {},
): Promise<string> {
  const ports = Object.entries(options.ports ?? {});
  const created = await engineCall(
    socketPath,
    'POST',
    `/containers/create${options.name === undefined ? '' : `?name=${encodeURIComponent(options.name)}`}`,
    {
      Image: options.image ?? 'busybox',
      Cmd: options.command ?? ['sleep', '1000000'],
      StopSignal: 'SIGKILL',
      Labels: { [testLabel]: '1', ...options.labels },
      Tty: options.tty ?? false,
      OpenStdin: options.tty ?? false,
      Volumes: Object.fromEntries((options.volumes ?? []).map((path) => [path, {}])),
      ExposedPorts: Object.fromEntries(ports.map(([port]) => [port, {}])),
      HostConfig: {
        PortBindings: Object.fromEntries(
          ports.map(([port, host]) => [port, [{ HostPort: host === 0 ? '' : String(host) }]]),
        ),
      },
    },
  );
  const id = idOf(created);
  if (options.start !== false) await engineCall(socketPath, 'POST', `/containers/${id}/start`);
  return id;
}

/** Removes it, running or not. */
export async function removeTestContainer(socketPath: string, id: string): Promise<void> {
  await engineCall(socketPath, 'DELETE', `/containers/${encodeURIComponent(id)}?force=1&v=1`);
}

function idOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'Id' in answer && typeof answer.Id === 'string')
    return answer.Id;
  throw new Error(`The engine named no id: ${JSON.stringify(answer)}`);
}
