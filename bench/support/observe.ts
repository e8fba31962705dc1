import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isObject } from '../../test/support/json.ts';

/** What a stretch of time cost this process. */
export interface Observed {
  /** `GET /containers/json`, …, without their parameters; of lists whether they were filtered. */
  readonly requests: readonly string[];
  /** The longest time that the event loop was not there for anybody, in milliseconds. */
  readonly blocked: number;
  /** Of user and system together, in milliseconds. */
  readonly cpu: number;
}

/** Observes this process from now on, until the function that it returns is called; without `loop` not whether it blocks. */
export function observe({ loop = true }: { readonly loop?: boolean } = {}): () => Observed {
  const requests: string[] = [];
  const onRequest = (message: unknown) => {
    if (!isObject(message) || !isObject(message.request)) return;
    const { method, path } = message.request;
    const [route, query = ''] = String(path).split('?');
    requests.push(`${method} ${route}${query.includes('filters') ? '?filters' : ''}`);
  };
  subscribe(channel, onRequest);
  const resolution = 1;
  const delays = monitorEventLoopDelay({ resolution });
  if (loop) delays.enable();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    delays.disable();
    unsubscribe(channel, onRequest);
    return {
      requests,
      blocked: loop ? Math.max(0, delays.max / 1e6 - resolution) : 0,
      cpu: (user + system) / 1000,
    };
  };
}

const channel = 'http.client.request.start';
