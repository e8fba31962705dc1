import { request } from 'node:http';
import { selectEngine } from '../src/transport/contexts.ts';
import { openTransport } from '../src/transport/transport.ts';

/** What a look for the engine that the docker CLI would use has found. */
export type FoundEngine =
  | { readonly answers: true; readonly address: string }
  | { readonly answers: false; readonly address: string; readonly reason: string };

/** Asks the engine that DOCKER_HOST, the context or the default socket leads to for a sign of life; waits ten seconds. */
export async function findEngine(env: NodeJS.ProcessEnv): Promise<FoundEngine> {
  const selected = selectEngine(env);
  const signal = AbortSignal.timeout(10_000);
  try {
    await using transport = await openTransport(selected.endpoint(), signal);
    const status = await new Promise<number>((resolve, reject) => {
      const ping = request({ agent: transport.agent, host: 'engine', path: '/_ping', signal }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      ping.once('error', reject);
      ping.end();
    });
    if (status === 200) return { answers: true, address: selected.address };
    return { answers: false, address: selected.address, reason: `it answered with status ${status}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { answers: false, address: selected.address, reason };
  }
}
