import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
} from 'vscode-languageserver/node';
import type { Finding } from '../lint/finding.ts';
import { diagnosticOf, workspaceEditOf } from './conversion.ts';
import { type Context, feature, offsetIn } from './feature.ts';
import { isSafe, safeEdits } from './fixAll.ts';

/** The kind under which an editor applies all safe fixes, also on save. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.gantry`;

/** The fixes of the findings that the selection touches, and one action for all safe fixes of the file. */
export const codeActions = feature<CodeActionParams, readonly CodeAction[]>({
  method: CodeActionRequest.method,
  offeredBy: () => true,
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }),
  async answer({ range, context: { only } }, context) {
    await context.settings();
    const wants = (kind: string): boolean =>
      only === undefined ||
      only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
    const selection = { start: offsetIn(context, range.start), end: offsetIn(context, range.end) };
    const here = context
      .findings()
      .filter(
        ({ span, fixes }) =>
          fixes !== undefined && span.start <= selection.end && selection.start <= span.end,
      );
    const actions = wants(CodeActionKind.QuickFix)
      ? here.flatMap((finding) => fixesOf(finding, context))
      : [];
    // Unasked, "fix all" is only of interest beside one of the fixes.
    if (!wants(fixAllKind) || (only === undefined && !here.some(isSafe))) return actions;
    const edits = safeEdits(context.findings());
    if (edits.length === 0) return actions;
    const edit = workspaceEditOf(context.open, edits, context.client);
    return [...actions, { title: 'Fix all that is safe to fix', kind: fixAllKind, edit }];
  },
});

function fixesOf(finding: Finding, { open, client }: Context): readonly CodeAction[] {
  return (finding.fixes ?? []).map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(open.document, finding)],
    edit: workspaceEditOf(open, fix.edits, client),
    ...(index === 0 ? { isPreferred: true } : {}),
  }));
}
