import type { Finding } from '../lint/finding.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/**
 * The edits of the preferred fix of each finding where that is safe. Where two fixes want the same text, the one whose
 * finding comes first in the file gets it; the other is found again after it. A fix is applied whole or not at all, and
 * what two fixes have in common once.
 */
export function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  // In the order of the text. None overlap, so their ends ascend as their starts do.
  const taken: TextEdit[] = [];
  for (const { fixes } of findings.filter(isSafe).sort((a, b) => a.span.start - b.span.start)) {
    const near = (fixes?.[0]?.edits ?? []).map((edit) => ({ edit, rivals: neighbours(taken, edit.span) }));
    const fresh = near.filter(({ edit, rivals }) => !rivals.some((rival) => isSame(edit, rival)));
    if (fresh.some(({ edit, rivals }) => rivals.some((rival) => collide(edit.span, rival.span)))) continue;
    for (const { edit } of fresh) taken.splice(firstEndingAt(taken, edit.span.start + 1), 0, edit);
  }
  return taken;
}

/** Whether the fix that is preferred for it means the same as what is there. */
export function isSafe({ fixes }: Finding): boolean {
  return fixes?.[0]?.safe === true;
}

/** Those of `edits` that share text with `span` or touch it. */
function neighbours(edits: readonly TextEdit[], span: Span): readonly TextEdit[] {
  const first = firstEndingAt(edits, span.start);
  let end = first;
  for (let edit = edits[end]; edit !== undefined && edit.span.start <= span.end; edit = edits[end]) end++;
  return edits.slice(first, end);
}

/** Index of the first edit that ends at `offset` or behind it. */
function firstEndingAt(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adjacent replacements go together; an insertion at the edge of another edit does not, as their order would matter. */
function collide(a: Span, b: Span): boolean {
  const touching = a.start <= b.end && b.start <= a.end;
  const insertion = a.start === a.end || b.start === b.end;
  return touching && (insertion || (a.start < b.end && b.start < a.end));
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
