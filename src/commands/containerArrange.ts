import { t } from '@vscode/l10n';
import { type Settings, settingsTable } from '../settings.ts';
import { type CommandContext, hostCommand } from './command.ts';

type Arrangement =
  | 'gantry.containers.groupBy'
  | 'gantry.containers.sortBy'
  | 'gantry.containers.label'
  | 'gantry.containers.description';

/** Chooses how the containers' view is arranged. */
export const containerArrange = hostCommand({
  id: 'container.arrange',
  title: 'Group, Sort and Describe Containers…',
  description:
    'Chooses what containers are listed under, how they are sorted, what their rows are called and what they say beside: the settings `gantry.containers.groupBy`, `sortBy`, `label` and `description`.',
  icon: 'list-tree',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container' }],
  async run(context) {
    const chosen = await context.ui.pick<Arrangement>({
      title: t('Containers'),
      placeholder: t('Select what to change'),
      choices: [
        { label: t('Group by…'), icon: 'list-tree', value: 'gantry.containers.groupBy' },
        { label: t('Sort by…'), icon: 'sort-precedence', value: 'gantry.containers.sortBy' },
        { label: t('Label…'), icon: 'tag', value: 'gantry.containers.label' },
        { label: t('Description…'), icon: 'note', value: 'gantry.containers.description' },
      ],
    });
    if (chosen === 'gantry.containers.description') await chooseParts(context);
    else if (chosen !== undefined) await chooseOne(chosen, context);
  },
});

async function chooseOne<K extends Exclude<Arrangement, 'gantry.containers.description'>>(
  name: K,
  { ui, settings, preferences }: CommandContext,
): Promise<void> {
  const value = await ui.pick<Settings[K]>({
    title: t(settingsTable[name].description),
    choices: choicesOf(name, [settings[name]]),
  });
  if (value !== undefined) await preferences.setSetting(name, value);
}

/** Those that were chosen before keep their order, the others follow. */
async function chooseParts({ ui, settings, preferences }: CommandContext): Promise<void> {
  const name = 'gantry.containers.description';
  const before = settings[name];
  const chosen = await ui.pickMany<(typeof before)[number]>({
    title: t(settingsTable[name].description),
    choices: choicesOf(name, before),
  });
  if (chosen === undefined) return;
  const kept = before.filter((part) => chosen.includes(part));
  await preferences.setSetting(name, [...kept, ...chosen.filter((part) => !kept.includes(part))]);
}

function choicesOf<K extends Arrangement, V extends string>(name: K, current: readonly V[]) {
  return Object.entries(settingsTable[name].values).map(([value, meaning]) => ({
    label: value,
    description: t(meaning),
    picked: current.some((one) => one === value),
    // The table's keys are the setting's values.
    value: value as V,
  }));
}
