import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { type Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { TLSSocket } from 'node:tls';
import { t } from '@vscode/l10n';
import { field } from '../contextStore/files.ts';
import type { Endpoint } from '../endpoint.ts';
import { openSocket } from '../openSocket.ts';

/** How long one step may take, in milliseconds. */
const patience = 10_000;

/** Looks for the socket's file. Throws where it is not there or is none. */
export async function findSocket(path: string): Promise<string> {
  if (!(await stat(path)).isSocket()) throw new Error(t('{0} is there, but is no socket.', path));
  return path;
}

/** Asks for a host's addresses. */
export async function findName(host: string): Promise<string> {
  const addresses = await lookup(host, { all: true });
  return [...new Set(addresses.map(({ address }) => address))].join(', ');
}

/** Opens a TCP connection. */
export async function openPort(host: string, port: number, signal: AbortSignal): Promise<string> {
  const started = performance.now();
  await connected(connect({ host, port }), 'connect', signal);
  return t('{0}:{1} answered in {2} ms', host, port, Math.round(performance.now() - started));
}

/** Agrees on TLS with the other side; tells whose certificate that showed, and until when it is good. */
export async function shakeHands(
  endpoint: Extract<Endpoint, { kind: 'tls' }>,
  signal: AbortSignal,
): Promise<string> {
  let shown = '';
  await connected(openSocket(endpoint), 'secureConnect', signal, (socket) => {
    if (!(socket instanceof TLSSocket)) return;
    const { subject, valid_to: until } = socket.getPeerCertificate();
    shown = t('certificate of {0}, good until {1}', String(subject?.CN ?? '?'), until);
    if (!socket.authorized) shown = t('{0}; it is not checked (skip TLS verification)', shown);
  });
  return shown;
}

/** Asks what answers what it is. Throws where that is no engine. */
export async function askVersion(agent: Agent, signal: AbortSignal): Promise<string> {
  const asked = request({ agent, path: '/version', host: 'docker', signal: within(signal) }).end();
  const [response] = await once(asked, 'response');
  if (response.statusCode !== 200) throw new Error(await text(response));
  const version: unknown = await json(response);
  const words = (key: string) => String(field(version, key) ?? '');
  if (words('ApiVersion') === '') throw new Error(t('What answers there is not a Docker engine.'));
  const platform = `${words('Os')}/${words('Arch')}`;
  return t('engine {0} with API {1} on {2}', words('Version'), words('ApiVersion'), platform);
}

async function connected(
  socket: Socket,
  event: string,
  signal: AbortSignal,
  look?: (socket: Socket) => void,
): Promise<void> {
  socket.on('error', () => undefined);
  try {
    await once(socket, event, { signal: within(signal) });
    look?.(socket);
  } finally {
    socket.destroy();
  }
}

function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patience)]);
}
