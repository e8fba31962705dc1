/** A piece of output of a container without a terminal. */
export interface Frame {
  readonly stream: 'stdout' | 'stderr';
  readonly payload: Buffer;
}

const headerLength = 8;

/**
 * Takes the frames out of the stream that the engine sends where there is no terminal: a byte that tells the stream,
 * three zeros, the payload's length in four bytes, big-endian (Engine API, "Attach to a container"). A large frame is
 * passed on in the pieces it comes in. What the engine puts in of its own (stream 3, `systemerr`) counts as stderr.
 */
export async function* demultiplex(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  let header: Buffer = Buffer.alloc(0);
  let current: Frame['stream'] = 'stdout';
  let left = 0;
  for await (const chunk of stream) {
    let rest = chunk;
    while (rest.length > 0) {
      if (left > 0) {
        const payload = rest.subarray(0, left);
        left -= payload.length;
        rest = rest.subarray(payload.length);
        yield { stream: current, payload };
        continue;
      }
      const missing = headerLength - header.length;
      header = Buffer.concat([header, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      if (header.length < headerLength) continue;
      current = header[0] === 1 || header[0] === 0 ? 'stdout' : 'stderr';
      left = header.readUInt32BE(4);
      header = Buffer.alloc(0);
    }
  }
}
