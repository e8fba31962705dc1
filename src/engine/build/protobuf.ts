/** A field of a protocol buffers message: its number, and its value as it is on the wire. */
export type Field =
  | { readonly number: number; readonly value: bigint }
  | { readonly number: number; readonly value: Buffer };

/**
 * The fields of a message, in the order they come (protobuf.dev, "Encoding"). Fixed-size ones are passed over: the
 * messages read here have none. Throws a `RangeError` where the message is cut short.
 */
export function* fieldsOf(message: Buffer): Generator<Field, void> {
  let at = 0;

  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message.readUInt8(at);
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
  }

  function skip(length: number): Buffer {
    if (at + length > message.length) throw new RangeError('A field is longer than its message.');
    const bytes = message.subarray(at, at + length);
    at += length;
    return bytes;
  }

  while (at < message.length) {
    const tag = Number(varint());
    const number = tag >>> 3;
    switch (tag & 7) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        skip(8);
        break;
      case 2:
        yield { number, value: skip(Number(varint())) };
        break;
      case 5:
        skip(4);
        break;
      default:
        throw new RangeError(`Wire type ${tag & 7} is not known.`);
    }
  }
}
