import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { engineRequest } from './engineRequest.ts';

/** Resolves when the engine answers a ping; rejects with the end of its log when its process has ended before. */
export async function whenEngineAnswers(
  socketPath: string,
  engine: ChildProcess,
  log: string,
): Promise<void> {
  let failure: string | undefined;
  engine.once('error', (error) => {
    failure = error.message;
  });
  while (failure === undefined && engine.exitCode === null && engine.signalCode === null) {
    if (await answers(socketPath)) return;
    await delay(20);
  }
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15);
  throw new Error(
    `dockerd ended before it answered${failure === undefined ? '' : ` (${failure})`}:\n${lines.join('\n')}`,
  );
}

async function answers(socketPath: string): Promise<boolean> {
  try {
    return (await engineRequest(socketPath, 'GET', '/_ping')).status === 200;
  } catch {
    return false;
  }
}
