import type {
  Agent,
  ClientRequest,
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
} from 'node:http';
import { request as httpRequest } from 'node:http';
import { stringify } from 'node:querystring';
import { addAbortSignal, type Readable, Stream } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { DialOptions, RequestCallback } from 'docker-modem';
import { abortion, refusal, toEngineError } from './classify.ts';
import { within } from './deadline.ts';
import { EngineError } from './errors.ts';
import { readJson } from './readJson.ts';

/**
 * What dockerode calls the engine through, in place of docker-modem: the one border where its traps are fenced.
 * Every call settles (a deadline where it brings none, a broken answer is an error), the environment has no say in where
 * it goes, no redirect is followed, no path may climb, and whatever fails is an `EngineError`.
 */
export interface Modem {
  Promise: PromiseConstructor;
  dial(options: DialOptions, callback: RequestCallback): void;
}

export interface ModemOptions {
  /** The way to the engine; rejects where there is none. */
  readonly agent: () => Promise<Agent>;
  /** Aborted when the engine is disposed. */
  readonly signal: AbortSignal;
  /** Told of each call that was answered or failed, and again when an answered stream closes. */
  readonly onSettled: (call: SettledCall) => void;
}

export interface SettledCall {
  readonly method: string;
  readonly path: string;
  readonly error?: EngineError;
}

/** Makes the modem of one engine. */
export function createModem(options: ModemOptions): Modem {
  return {
    Promise,
    dial(dialled, callback) {
      const method = dialled.method ?? 'GET';
      const { path } = dialled;
      send(dialled, options).then(
        (result) => {
          options.onSettled({ method, path });
          if (result instanceof Stream) result.once('close', () => options.onSettled({ method, path }));
          callback(null, result);
        },
        (cause: unknown) => {
          const error = toEngineError(cause);
          options.onSettled({ method, path, error });
          callback(error, null);
        },
      );
    },
  };
}

type Result = Parameters<RequestCallback>[1];

async function send(dialled: DialOptions, modem: ModemOptions): Promise<Result> {
  const path = safePath(dialled);
  const own = dialled.abortSignal ?? (dialled.isStream || dialled.hijack ? undefined : within('read'));
  const signal = own === undefined ? modem.signal : AbortSignal.any([own, modem.signal]);
  try {
    signal.throwIfAborted();
    const agent = await abortable(modem.agent(), signal);
    return await retryOnce(dialled, () => exchange(dialled, { agent, path, signal }));
  } catch (error) {
    throw signal.aborted ? abortion(signal) : error;
  }
}

function exchange(
  dialled: DialOptions,
  way: { agent: Agent; path: string; signal: AbortSignal },
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const body = bodyOf(dialled);
  const hijacking = dialled.hijack ? hijackHeaders(dialled.headers) : {};
  const request = httpRequest({
    ...way,
    host: 'docker',
    method: dialled.method ?? 'GET',
    headers: { ...dialled.headers, ...body.headers, ...hijacking },
  });
  request.on('error', reject);
  request.on('upgrade', (_response, socket, head) => {
    if (head.length > 0) socket.unshift(head);
    resolve(guarded(addAbortSignal(way.signal, socket)));
  });
  request.on('response', (response) => {
    body.stop(response);
    answer(dialled, addAbortSignal(way.signal, response)).then(resolve, reject);
  });
  body.write(request, reject);
  return promise;
}

/** A kept connection may have been closed by the engine just when it was taken; asking again does no harm. */
async function retryOnce(dialled: DialOptions, exchange: () => Promise<Result>): Promise<Result> {
  try {
    return await exchange();
  } catch (error) {
    const reset = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (!reset || (dialled.method ?? 'GET') !== 'GET') throw error;
    return await exchange();
  }
}

async function answer(dialled: DialOptions, response: IncomingMessage): Promise<Result> {
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) throw refusal(status, await refusalWords(response));
  if (dialled.hijack) {
    response.destroy();
    throw new EngineError(
      'refused',
      'The engine did not hand over the connection. Is there a proxy in between?',
      { status },
    );
  }
  if (dialled.isStream) return guarded(response);
  if (!saysJson(response.headers)) return Buffer.from(await text(response));
  return ((await readJson(response)) ?? Buffer.alloc(0)) as Result;
}

/** The engine says `{"message":"…"}`, an old one or a proxy plain text. A redirect is not followed: it may lead to another host. */
async function refusalWords(response: IncomingMessage): Promise<string> {
  const { location } = response.headers;
  if (location !== undefined) {
    response.resume();
    return `The answer is a redirect to “${location}”, which is not followed.`;
  }
  const content = await text(response);
  if (!isJson(response.headers, content)) return content.slice(0, 2000);
  const parsed: unknown = JSON.parse(content);
  const message =
    typeof parsed === 'object' && parsed !== null && 'message' in parsed ? parsed.message : content;
  return String(message);
}

function isJson(headers: IncomingHttpHeaders, content: string): boolean {
  return content !== '' && saysJson(headers);
}

function saysJson(headers: IncomingHttpHeaders): boolean {
  return (headers['content-type'] ?? '').startsWith('application/json');
}

function safePath({ path, options }: DialOptions): string {
  const [route = '', query] = path.split('?');
  const segments = route.split('/').slice(1);
  if (segments.some((part) => part === '' || part === '.' || part === '..') || /[^\x21-\x7e]/.test(route)) {
    throw new EngineError('refused', `“${route}” is not a path of the engine's.`);
  }
  if (query === undefined) return route;
  const parameters = queryOf(options?._query ?? own(options));
  return parameters === '' ? route : `${route}?${parameters}`;
}

/** Objects are sent as JSON, lists as repeated parameters, what is undefined not at all. */
function queryOf(parameters: object): string {
  const entries = Object.entries(parameters)
    .filter(([, value]: [string, unknown]) => value !== undefined && value !== null)
    .map(([key, value]: [string, unknown]) => [key, isPlain(value) ? JSON.stringify(value) : value]);
  return stringify(Object.fromEntries(entries));
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

/** dockerode mixes its own options among the parameters. */
function own(options: DialOptions['options']): object {
  const { abortSignal: _signal, authconfig: _auth, _query, _body, ...parameters } = options ?? {};
  return parameters;
}

interface Body {
  readonly headers: OutgoingHttpHeaders;
  write(request: ClientRequest, fail: (error: unknown) => void): void;
  /** The engine may answer, with an error, before it has read all. */
  stop(response: IncomingMessage): void;
}

function bodyOf({ file, method, options, path, headers, hijack }: DialOptions): Body {
  if (typeof file === 'object' && !Buffer.isBuffer(file)) return streamed(file as Readable, headers);
  const content = Buffer.isBuffer(file) ? file : jsonBody(method, path, options);
  if (content === undefined) {
    return { headers: hijack ? { 'Content-Length': 0 } : {}, write: (request) => request.end(), stop() {} };
  }
  const type =
    headers?.['Content-Type'] ?? (Buffer.isBuffer(file) ? 'application/x-tar' : 'application/json');
  return {
    headers: { 'Content-Type': type, 'Content-Length': content.length },
    write: (request) => request.end(content),
    stop() {},
  };
}

/**
 * A path that ends in `?` takes its options as parameters, another one as body; `_query` and `_body` say otherwise.
 * docker-modem sends them both ways, which puts a container's environment into the URL and makes engines refuse some calls.
 */
function jsonBody(
  method: string | undefined,
  path: string,
  options: DialOptions['options'],
): Buffer | undefined {
  if (method !== 'POST') return undefined;
  const body: unknown = options?._body ?? (path.endsWith('?') ? undefined : own(options));
  if (body === undefined || JSON.stringify(body) === '{}') return undefined;
  return Buffer.from(JSON.stringify(body));
}

function streamed(file: Readable, headers: OutgoingHttpHeaders | undefined): Body {
  return {
    headers: {
      'Content-Type': headers?.['Content-Type'] ?? 'application/x-tar',
      'Transfer-Encoding': 'chunked',
    },
    write(request, fail) {
      file.on('error', (error) => {
        fail(error);
        request.destroy();
      });
      request.on('close', () => file.destroy());
      file.pipe(request);
    },
    stop(response) {
      if ((response.statusCode ?? 0) >= 300) file.unpipe().destroy();
    },
  };
}

function hijackHeaders(headers: OutgoingHttpHeaders | undefined): OutgoingHttpHeaders {
  return { Connection: 'Upgrade', Upgrade: headers?.Upgrade ?? 'tcp' };
}

/** A stream's error reaches who reads it; where nobody does any more, it must not end the process. */
function guarded<S extends Readable>(stream: S): S {
  return stream.on('error', () => undefined);
}

async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return await Promise.race([promise, aborted]);
}
