import { request } from 'node:http';

export interface EngineResponse {
  readonly status: number;
  readonly text: string;
  readonly bytes: Buffer;
}

/**
 * One request to an engine over its socket, with nothing of ours in between: what tests do "from outside". An object is
 * sent as JSON, a buffer as it is. Rejects when no whole answer came.
 */
export function engineRequest(
  socketPath: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<EngineResponse> {
  const payload = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const type = Buffer.isBuffer(body) ? 'application/x-tar' : 'application/json';
  return new Promise((resolve, reject) => {
    const headers = payload === undefined ? {} : { 'content-type': type, 'content-length': payload.length };
    const sent = request({ socketPath, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, text: bytes.toString(), bytes });
      });
    });
    sent.once('error', reject);
    sent.end(payload);
  });
}

/** As `engineRequest`, for what must succeed; resolves to the JSON of the answer, undefined where there is none. */
export async function engineCall(
  socketPath: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const { status, text } = await engineRequest(socketPath, method, path, body);
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text.trim()}`);
  return text.trim() === '' ? undefined : JSON.parse(text);
}
