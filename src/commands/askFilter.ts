import { t } from '@vscode/l10n';
import type { CommandContext } from './command.ts';
import { type Filter, noFilter } from './filter.ts';

/** What of a filter a view knows beside the text. */
export type FilterChoice = 'runningOnly' | 'workspaceOnly';

/** Lets the person change a view's filter: its text, or what else is hidden. */
export async function askFilter(
  view: string,
  choices: readonly FilterChoice[],
  { ui, preferences }: CommandContext,
): Promise<void> {
  const filter = preferences.filter(view);
  const chosen =
    choices.length === 0
      ? 'text'
      : await ui.pick<'text' | 'clear' | FilterChoice>({
          title: t('Filter'),
          placeholder: t('Select what to show'),
          choices: [
            {
              label: t('Text…'),
              icon: 'search',
              value: 'text',
              ...(filter.text ? { description: filter.text } : {}),
            },
            ...choices.map((choice) => ({
              label: wordsOf(choice),
              icon: filter[choice] ? 'check' : 'circle-outline',
              description: filter[choice] ? t('on') : t('off'),
              value: choice,
            })),
            { label: t('Show everything'), icon: 'clear-all', value: 'clear' },
          ],
        });
  switch (chosen) {
    case undefined:
      return;
    case 'clear':
      return await preferences.setFilter(view, noFilter);
    case 'text': {
      const text = await askText(filter, ui);
      if (text !== undefined) await preferences.setFilter(view, { ...filter, text: text.trim() });
      return;
    }
    default:
      return await preferences.setFilter(view, { ...filter, [chosen]: filter[chosen] !== true });
  }
}

function askText({ text = '' }: Filter, ui: CommandContext['ui']): Promise<string | undefined> {
  return ui.input({
    title: t('Filter'),
    prompt: t('Words that each row must have; with a “-” before it, one that it must not. Empty: all rows.'),
    placeholder: 'web -test',
    value: text,
  });
}

function wordsOf(choice: FilterChoice): string {
  return choice === 'runningOnly' ? t('Running only') : t('This workspace only');
}
