import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { Finding } from '../lint/finding.ts';
import { diagnosticOf, ownSource } from './conversion.ts';
import type { OpenDocument } from './documents.ts';
import { feature } from './feature.ts';

/** Diagnostics for clients that ask for them. */
export const diagnostics = feature<DocumentDiagnosticParams, DocumentDiagnosticReport>({
  method: DocumentDiagnosticRequest.method,
  offeredBy: (_, { pullsDiagnostics }) => pullsDiagnostics,
  capabilities: () => ({
    diagnosticProvider: { identifier: ownSource, interFileDependencies: false, workspaceDiagnostics: false },
  }),
  otherwise: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  async answer({ previousResultId }, context) {
    const { open, signal } = context;
    const settings = await context.settings();
    // Changes that already wait to be read make the question outdated; the client asks again for its new text.
    await arrivals();
    if (signal.aborted || context.current() !== open) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', {
        retriggerRequest: true,
      });
    }
    const resultId = `${open.id} ${settings}`;
    return previousResultId === resultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(open, context.findings()) };
  },
});

/** Diagnostics for clients that wait for them. */
export interface Push {
  /** The document has a new version, or is closed: its diagnostics are sent as soon as no more changes are waiting. */
  changed(uri: string): void;
}

export function pushTo(options: {
  send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
  current(uri: string): OpenDocument | undefined;
  settings(open: OpenDocument): Promise<unknown>;
  findings(open: OpenDocument): readonly Finding[];
  failed(error: unknown): void;
}): Push {
  const pending = new Set<string>();
  const publish = async (uri: string): Promise<void> => {
    let open: OpenDocument | undefined;
    do {
      open = options.current(uri);
      if (open !== undefined) await options.settings(open);
      await arrivals();
    } while (open !== options.current(uri));
    pending.delete(uri);
    if (open === undefined) options.send({ uri, diagnostics: [] });
    else
      options.send({ uri, version: open.version, diagnostics: diagnosticsOf(open, options.findings(open)) });
  };
  return {
    changed(uri) {
      if (pending.has(uri)) return;
      pending.add(uri);
      publish(uri).catch(options.failed);
    },
  };
}

/** As many as VS Code shows for a file; the gravest are kept, and one more says how many are not shown. */
const limit = 1000;

function diagnosticsOf({ document }: OpenDocument, findings: readonly Finding[]): Diagnostic[] {
  const all = findings.map((finding) => diagnosticOf(document, finding));
  if (all.length <= limit) return all;
  const grave = all.sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1)).slice(0, limit);
  const message = `${all.length - limit} more findings are not shown. Fix some of these to see them.`;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [...grave, { range, severity: DiagnosticSeverity.Information, source: ownSource, message }];
}

/**
 * Lets one message that has arrived be handled. The connection handles one a turn of the event loop, and schedules the
 * next one only after this turn's; so it takes two.
 */
async function arrivals(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}
