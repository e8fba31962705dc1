import { t } from '@vscode/l10n';
import { type SettingName, type Settings, settingsTable } from '../settings.ts';
import type { CommandContext } from './command.ts';
import type { Choice } from './ui.ts';

type Table = typeof settingsTable;
/** Settings that are one of some values. */
type OneOf = {
  [K in SettingName]: Table[K] extends { readonly type: 'string'; readonly values: object } ? K : never;
}[SettingName];
/** Settings that are several of some values, in an order. */
type SeveralOf = {
  [K in SettingName]: Table[K] extends { readonly type: 'array'; readonly values: object } ? K : never;
}[SettingName];

/** Lets the person pick a setting's value among all that there are, and writes it. */
export async function chooseValue<K extends OneOf>(
  name: K,
  title: string,
  { ui, settings, preferences }: CommandContext,
): Promise<void> {
  const current = settings[name];
  const setting = settingsTable[name];
  const value = await ui.pick({
    title,
    placeholder: t(setting.description),
    choices: choicesOf<Settings[K]>(name).map((choice) => ({
      ...choice,
      icon: choice.value === current ? 'check' : 'blank',
    })),
  });
  if (value !== undefined && value !== current) await preferences.setSetting(name, value);
}

/** As `chooseValue`, for a setting of several: those that were chosen before keep their order, others follow them. */
export async function chooseValues<K extends SeveralOf>(
  name: K,
  title: string,
  { ui, settings, preferences }: CommandContext,
): Promise<void> {
  const before = settings[name];
  const setting = settingsTable[name];
  const known = choicesOf<Settings[K][number]>(name);
  const inOrder = [
    ...before.flatMap((value) => known.find((choice) => choice.value === value) ?? []),
    ...known.filter(({ value }) => !before.includes(value)),
  ];
  const chosen = await ui.pickMany({
    title,
    placeholder: t(setting.description),
    choices: inOrder.map((choice) => ({ ...choice, picked: before.includes(choice.value) })),
  });
  if (chosen === undefined) return;
  const kept = before.filter((value) => chosen.includes(value));
  await preferences.setSetting(name, [...kept, ...chosen.filter((value) => !kept.includes(value))]);
}

/** `V` is what the setting's values are in the table. */
function choicesOf<V extends string>(name: OneOf | SeveralOf): readonly Choice<V>[] {
  return Object.entries(settingsTable[name].values).map(([value, meaning]) => ({
    label: value,
    description: t(meaning),
    value: value as V,
  }));
}
