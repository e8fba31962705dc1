import type { Finding, Fix } from '../../lint/finding.ts';
import type { Span } from '../../text/span.ts';

/** What BuildKit refuses: a name for it, where it is, and what is wrong and to be done. */
export interface Refusal {
  readonly code: string;
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** A fix that puts `newText` where `span` is, to be chosen by a person. */
export function replaceFix(title: string, span: Span, newText: string): Fix {
  return { title, edits: [{ span, newText }], safe: false };
}

export function asFinding(refusal: Refusal): Finding {
  return { ...refusal, severity: 'error', source: 'buildkit' };
}
