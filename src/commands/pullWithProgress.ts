import { t } from '@vscode/l10n';
import type { EngineClient } from '../engine/client.ts';
import { pullImage } from '../engine/images/pullImage.ts';
import type { TransferProgress } from '../engine/images/transferProgress.ts';
import { shortReference } from '../words/shortId.ts';
import type { Report } from './report.ts';

/** Pulls an image while a report says how far it is. Resolves to a sentence on how it ended. */
export async function pullWithProgress(
  engine: EngineClient,
  reference: string,
  options: { readonly platform?: string; readonly signal: AbortSignal; readonly report: Report },
): Promise<string> {
  const { platform, signal, report } = options;
  const { status } = await pullImage(engine, reference, {
    ...(platform === undefined ? {} : { platform }),
    signal,
    onProgress: (progress) => report(reportOf(progress)),
  });
  return /up to date/i.test(status)
    ? t('{0} is up to date.', shortReference(reference))
    : t('{0} was pulled.', shortReference(reference));
}

/** What a person is told of a transfer on its way. */
function reportOf({ layers, fraction, status }: TransferProgress): Parameters<Report>[0] {
  const done = layers.filter((layer) => layer.done).length;
  const active = layers.find((layer) => !layer.done && layer.current !== undefined);
  const message =
    layers.length === 0
      ? status
      : active === undefined
        ? t('{0} of {1} layers', done, layers.length)
        : t('{0} of {1} layers, {2} {3}', done, layers.length, active.status.toLowerCase(), active.id);
  return { message, ...(fraction === undefined ? {} : { fraction }) };
}
