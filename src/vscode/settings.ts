import * as vscode from 'vscode';
import { type Settings, settingsTable } from '../settings.ts';

/** The settings as they are now, for a file or for the window as a whole. */
export function readSettings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(undefined, scope ?? null);
  const values: Record<string, unknown> = {};
  for (const [name, { default: fallback }] of Object.entries(settingsTable)) {
    const value = configuration.get<unknown>(name);
    // What a person has written by hand into settings.json may be of any type.
    values[name] = typeof value === typeof fallback ? value : fallback;
  }
  return values as Settings;
}
