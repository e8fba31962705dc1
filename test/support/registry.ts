import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { needsWorld, worldCgroup, worldFolder } from './inWorld.ts';
import { findRegistry } from './registryInstall.ts';

/** An image registry on this machine's loopback, which engines reach without TLS. */
export interface Registry extends AsyncDisposable {
  /** What stands before the repository in a reference: `127.0.0.1:5000`. */
  readonly host: string;
}

/** Options for a `describe` or a `test` that starts one: see `needsWorld`. */
export const needsRegistry: { readonly skip?: string } =
  worldCgroup !== undefined && findRegistry() === undefined
    ? { skip: 'needs a registry server, which this machine has not: install docker-registry' }
    : needsWorld;

/** Starts an open registry in the world; resolves when it answers. */
export async function startRegistry(port = 5000): Promise<Registry> {
  const program = findRegistry();
  if (worldCgroup === undefined || program === undefined)
    throw new Error('A registry is started in a world, on a machine that has one.');
  const folder = mkdtempSync(join(worldFolder, 'registry-'));
  const host = `127.0.0.1:${port}`;
  writeFileSync(
    join(folder, 'config.yml'),
    [
      'version: 0.1',
      'log: {accesslog: {disabled: true}, level: error}',
      `storage: {filesystem: {rootdirectory: ${join(folder, 'data')}}, delete: {enabled: true}}`,
      `http: {addr: '${host}'}`,
      '',
    ].join('\n'),
  );
  const server = spawn(program, ['serve', join(folder, 'config.yml')], {
    stdio: 'ignore',
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'none' },
  });
  const exited = once(server, 'exit');
  await Promise.race([
    answering(host),
    exited.then(() => {
      throw new Error(`${program} ended before it answered.`);
    }),
  ]);
  return {
    host,
    async [Symbol.asyncDispose]() {
      server.kill('SIGKILL');
      await exited;
    },
  };
}

async function answering(host: string): Promise<void> {
  for (;;) {
    const status = await new Promise<number | undefined>((resolve) => {
      const sent = request(`http://${host}/v2/`, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.once('error', () => resolve(undefined));
      sent.end();
    });
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
