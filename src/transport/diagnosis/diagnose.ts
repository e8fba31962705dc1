import { t } from '@vscode/l10n';
import { describeEndpoint } from '../describe.ts';
import type { Endpoint } from '../endpoint.ts';
import { openTransport } from '../transport.ts';
import { adviceFor } from './advice.ts';
import type { Finding } from './finding.ts';
import { askVersion, findName, findSocket, openPort, shakeHands } from './steps.ts';

/**
 * Goes the way to an engine step by step, and ends at the first that fails. `resolve` finds out where the way leads;
 * `onProgress` hears how far a long step is.
 */
export async function* diagnose(
  resolve: () => Endpoint,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(words: string): void },
): AsyncGenerator<Finding> {
  let endpoint: Endpoint;
  try {
    endpoint = resolve();
  } catch (error) {
    yield { step: t('Address'), outcome: 'failed', detail: wordsOf(error) };
    return;
  }
  yield { step: t('Address'), outcome: 'passed', detail: describeEndpoint(endpoint) };
  for (const { step, run } of stepsTo(endpoint, signal, onProgress)) {
    try {
      yield { step, outcome: 'passed', detail: await run() };
    } catch (error) {
      signal.throwIfAborted();
      const advice = adviceFor(error, endpoint);
      yield { step, outcome: 'failed', detail: wordsOf(error), ...(advice === undefined ? {} : { advice }) };
      return;
    }
  }
}

interface Step {
  readonly step: string;
  run(): Promise<string>;
}

function stepsTo(
  endpoint: Endpoint,
  signal: AbortSignal,
  onProgress: (words: string) => void,
): readonly Step[] {
  const engine: Step = {
    step: t('Engine'),
    async run() {
      await using transport = await openTransport(endpoint, signal, onProgress);
      return await askVersion(transport.agent, signal);
    },
  };
  switch (endpoint.kind) {
    case 'socket':
      return [{ step: t('Socket'), run: () => findSocket(endpoint.path) }, engine];
    case 'npipe':
      return [engine];
    case 'ssh':
      return [{ ...engine, step: t('SSH and engine') }];
    case 'tcp':
    case 'tls': {
      const { host, port } = endpoint;
      return [
        { step: t('Name'), run: () => findName(host) },
        { step: t('Port'), run: () => openPort(host, port, signal) },
        ...(endpoint.kind === 'tls' ? [{ step: 'TLS', run: () => shakeHands(endpoint, signal) }] : []),
        engine,
      ];
    }
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(' ');
  if (error instanceof Error && error.name === 'AbortError') return t('No answer within 10 seconds.');
  if (!(error instanceof Error)) return String(error);
  // Of TLS, where the message is a trace through OpenSSL.
  return 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message.trim();
}
