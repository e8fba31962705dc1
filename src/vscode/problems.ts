import * as vscode from 'vscode';
import type { Ui } from '../commands/ui.ts';

/** Problems that a build found in files, under the key of what found them. */
export interface Problems extends vscode.Disposable {
  replace: Ui['problems'];
}

/**
 * Registers their collection. A problem stays until its key's next result, or until the line that it names is edited:
 * what was found there is then no longer known. It moves along with edits above it.
 */
export function createProblems(): Problems {
  const collection = vscode.languages.createDiagnosticCollection('gantry build');
  const filesOf = new Map<string, readonly vscode.Uri[]>();
  const edits = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const before = collection.get(document.uri);
    if (before === undefined || before.length === 0 || contentChanges.length === 0) return;
    collection.set(
      document.uri,
      before.flatMap((problem) => moved(problem, contentChanges)),
    );
  });
  return {
    replace(key, problems) {
      for (const uri of filesOf.get(key) ?? []) collection.delete(uri);
      const byPath = Map.groupBy(problems, ({ path }) => path);
      const files: vscode.Uri[] = [];
      for (const [path, found] of byPath) {
        const uri = vscode.Uri.file(path);
        files.push(uri);
        collection.set(
          uri,
          found.map(({ line, message }) => diagnostic(line, message)),
        );
      }
      filesOf.set(key, files);
    },
    dispose() {
      edits.dispose();
      collection.dispose();
    },
  };
}

function diagnostic(line: number, message: string): vscode.Diagnostic {
  // The editor cuts the range to the line's real length.
  const found = new vscode.Diagnostic(new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER), message);
  found.source = 'docker build';
  return found;
}

/** Where a problem is after the edits, which the editor lists from the end of the text to its start. */
function moved(
  problem: vscode.Diagnostic,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly vscode.Diagnostic[] {
  let line = problem.range.start.line;
  for (const { range, text } of changes) {
    const added = text.split('\n').length - 1;
    const removed = range.end.line - range.start.line;
    const beforeLine =
      range.end.line < line || (range.end.line === line && range.end.character === 0 && removed + added > 0);
    if (beforeLine) line += added - removed;
    else if (range.start.line <= line) return [];
  }
  return line === problem.range.start.line ? [problem] : [diagnostic(line, problem.message)];
}
