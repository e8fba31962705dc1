import * as vscode from 'vscode';

/** An event that fires when one of these does. */
export function eitherOf<T>(...events: readonly vscode.Event<T>[]): vscode.Event<T> {
  return (listener, thisArgs, disposables) => {
    const subscription = vscode.Disposable.from(...events.map((event) => event(listener, thisArgs)));
    disposables?.push(subscription);
    return subscription;
  };
}
