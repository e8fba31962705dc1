import { EngineError } from '../errors.ts';

/** One layer on its way. */
interface LayerProgress {
  /** The first digits of its digest. */
  readonly id: string;
  /** The engine's word for what it does: `Downloading`, `Extracting`, `Pull complete`, `Pushed`, … */
  readonly status: string;
  /** Bytes, while the engine counts them. */
  readonly current?: number;
  readonly total?: number;
  readonly done: boolean;
}

/** How far a pull or a push is. */
export interface TransferProgress {
  readonly layers: readonly LayerProgress[];
  /** Which part of the bytes that are known of has come; undefined until some are. */
  readonly fraction?: number;
  /** The image's, once it is known. */
  readonly digest?: string;
  /** The engine's last sentence on the whole: `Status: Image is up to date for busybox:latest`. */
  readonly status: string;
}

export const noProgress: TransferProgress = { layers: [], status: '' };

/** A line of the engine's stream of a pull or a push. */
export interface TransferMessage {
  readonly id?: string;
  readonly status?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number } | null;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string; readonly code?: number } | null;
  readonly aux?: { readonly Digest?: string } | null;
}

const finished = /^(?:Pull complete|Already exists|Pushed|Layer already exists|Mounted from )/;

/** The progress after one more line. A line that says what went wrong throws it: engines answer 200 before they know. */
export function advance(progress: TransferProgress, message: TransferMessage): TransferProgress {
  const error = message.errorDetail?.message ?? message.error;
  if (error !== undefined) throw new EngineError('refused', error);
  const { id, status = '', aux } = message;
  if (aux?.Digest !== undefined) return { ...progress, digest: aux.Digest };
  if (id === undefined || !/^[0-9a-f]{12}$/.test(id)) {
    const digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(status)?.[1];
    return digest === undefined
      ? { ...progress, status: status || progress.status }
      : { ...progress, digest };
  }
  const layers = withLayer(progress.layers, layerOf(id, message));
  const fraction = fractionOf(layers);
  return { ...progress, layers, ...(fraction === undefined ? {} : { fraction }) };
}

function layerOf(id: string, { status = '', progressDetail }: TransferMessage): LayerProgress {
  const { current, total } = progressDetail ?? {};
  return {
    id,
    status,
    ...(current === undefined ? {} : { current }),
    ...(total === undefined || total <= 0 ? {} : { total }),
    done: finished.test(status),
  };
}

/** Layers stay in the order in which they were first heard of. A layer's size is known while it comes alone. */
function withLayer(layers: readonly LayerProgress[], layer: LayerProgress): readonly LayerProgress[] {
  const at = layers.findIndex(({ id }) => id === layer.id);
  const former = layers[at];
  if (former === undefined) return [...layers, layer];
  const total = layer.total ?? former.total;
  return layers.with(at, { ...layer, ...(total === undefined ? {} : { total }) });
}

/** Extracting comes after downloading and is the smaller part of the time. */
function fractionOf(layers: readonly LayerProgress[]): number | undefined {
  let total = 0;
  let come = 0;
  for (const layer of layers) {
    if (layer.total === undefined) continue;
    total += layer.total;
    const part = Math.min(1, (layer.current ?? 0) / layer.total);
    const [from, share] =
      layer.status === 'Extracting' ? [0.8, 0.2] : /complete$/.test(layer.status) ? [0.8, 0] : [0, 0.8];
    come += layer.total * (layer.done ? 1 : from + share * part);
  }
  return total === 0 ? undefined : come / total;
}
