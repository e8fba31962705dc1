import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api, ApiRow, ApiView } from '../../src/vscode/api.ts';

/** The extension under test, active, by what it gives to other extensions. */
export async function activateGantry(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('gantry.gantry');
  assert.ok(extension, 'the editor does not know the extension');
  return await extension.activate();
}

/** Resolves to what `find` finds in a view, as soon as it finds something; rejects when `signal` is aborted first. */
export async function whenView<T>(
  api: Api,
  id: string,
  signal: AbortSignal,
  find: (view: ApiView) => T | undefined,
): Promise<T> {
  return await when(signal, api.onDidChange, () => {
    const view = api.view(id);
    assert.ok(view, `there is no view ${id}`);
    return find(view);
  });
}

/** Resolves to what `find` finds, looking again at each event; rejects when `signal` is aborted first. */
export async function when<T>(
  signal: AbortSignal,
  event: vscode.Event<unknown>,
  find: () => T | undefined,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const look = () => {
    try {
      const found = find();
      if (found !== undefined) resolve(found);
    } catch (error) {
      reject(error);
    }
  };
  const subscription = event(look);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  look();
  try {
    return await promise;
  } finally {
    subscription.dispose();
  }
}

/** The first row with this label, wherever it stands in the view. */
export function rowNamed(rows: readonly ApiRow[], label: string): ApiRow | undefined {
  for (const row of rows) {
    const found = row.label === label ? row : rowNamed(row.children, label);
    if (found !== undefined) return found;
  }
  return undefined;
}
