import * as vscode from 'vscode';
import { type Setting, type SettingName, type Settings, settingsTable, settingValue } from '../settings.ts';

/** The settings as they are now, for a file or for the window as a whole. */
export function readSettings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(undefined, scope ?? null);
  return Object.fromEntries(
    Object.entries<Setting>(settingsTable).map(([name, setting]) => [
      name,
      settingValue(setting, configuration.get<unknown>(name)),
    ]),
  ) as unknown as Settings;
}

/** Writes a setting where it is set already, in the workspace or by the user, and else for the user. */
export async function writeSetting<K extends SettingName>(name: K, value: Settings[K]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const here = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(
    name,
    value,
    here ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
