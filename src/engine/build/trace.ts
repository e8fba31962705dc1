import { type Field, fieldsOf } from './protobuf.ts';

/** A step of a build, as BuildKit tells of it each time something changes. Times are milliseconds since the epoch. */
export interface Vertex {
  readonly digest: string;
  /** `[stage-1 2/3] RUN make` */
  readonly name: string;
  readonly cached: boolean;
  readonly started?: number;
  readonly completed?: number;
  readonly error: string;
}

/** A part of a step with progress of its own: a layer that is loaded. */
export interface VertexStatus {
  readonly vertex: string;
  readonly id: string;
  /** Bytes, mostly; `total` is 0 where it is not known. */
  readonly current: number;
  readonly total: number;
  readonly completed?: number;
}

/** Output of a step. */
export interface VertexLog {
  readonly vertex: string;
  readonly time: number;
  /** 1 is stdout, 2 is stderr. */
  readonly stream: number;
  readonly content: Buffer;
}

interface VertexWarning {
  readonly vertex: string;
  readonly short: string;
  readonly url: string;
}

export interface Trace {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly VertexWarning[];
}

/** Decodes BuildKit's `StatusResponse` (moby/buildkit `api/services/control/control.proto`). */
export function decodeTrace(message: Buffer): Trace {
  const fields = read(message);
  return {
    vertexes: fields.messages(1).map(vertex),
    statuses: fields.messages(2).map(status),
    logs: fields.messages(3).map(log),
    warnings: fields.messages(4).map(warning),
  };
}

type Fields = ReturnType<typeof read>;

function vertex(fields: Fields): Vertex {
  return {
    digest: fields.text(1),
    name: fields.text(3),
    cached: fields.number(4) !== 0,
    ...optional('started', fields.time(5)),
    ...optional('completed', fields.time(6)),
    error: fields.text(7),
  };
}

function status(fields: Fields): VertexStatus {
  return {
    id: fields.text(1),
    vertex: fields.text(2),
    current: fields.number(4),
    total: fields.number(5),
    ...optional('completed', fields.time(8)),
  };
}

function log(fields: Fields): VertexLog {
  return {
    vertex: fields.text(1),
    time: fields.time(2) ?? 0,
    stream: fields.number(3),
    content: fields.bytes(4),
  };
}

function warning(fields: Fields): VertexWarning {
  return { vertex: fields.text(1), short: fields.text(3), url: fields.text(5) };
}

function read(message: Buffer) {
  const all = [...fieldsOf(message)];
  const last = (number: number) => all.findLast((field: Field) => field.number === number)?.value;
  const bytes = (number: number) => {
    const value = last(number);
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
  };
  const number = (index: number) => {
    const value = last(index);
    return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0;
  };
  return {
    bytes,
    number,
    text: (index: number) => bytes(index).toString(),
    messages: (index: number) =>
      all.flatMap((field) =>
        field.number === index && Buffer.isBuffer(field.value) ? [read(field.value)] : [],
      ),
    /** `google.protobuf.Timestamp`: seconds and nanoseconds. */
    time(index: number): number | undefined {
      const value = last(index);
      if (!Buffer.isBuffer(value)) return undefined;
      const timestamp = read(value);
      return timestamp.number(1) * 1000 + timestamp.number(2) / 1e6;
    },
  };
}

function optional<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: number });
}
