import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Who says so: BuildKit, by its refusals and checks, hadolint, by its DL rules, or this server itself. */
export type Source = 'buildkit' | 'hadolint' | 'gantry';

/** A change that resolves a finding. */
export interface Fix {
  /** What the person reads in the menu: an imperative in sentence case. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether the outcome means the same by the tool's own semantics, so that "fix all" may apply it unasked. */
  readonly safe: boolean;
}

/** What a rule reports: where, and what is wrong, why, what to do. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  /** Fixes to choose from; the first is the preferred one. */
  readonly fixes?: readonly Fix[];
  /** Faded in the editor: code without effect. */
  readonly unnecessary?: boolean;
  /** Struck through in the editor. */
  readonly deprecated?: boolean;
  /** What other tools call just this, where the rule's `aliases` are several things. */
  readonly aliases?: readonly string[];
  /** Other places that explain it, such as the first of two duplicates. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** A report with the code and severity of what found it. */
export interface Finding extends Report {
  /** The field's own name where there is one: BuildKit's check, hadolint's DL number. */
  readonly code: string;
  readonly severity: Severity;
  /** This server itself where absent. */
  readonly source?: Source;
  /** Where the code is explained. */
  readonly url?: string;
}
