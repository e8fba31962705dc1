import { t } from '@vscode/l10n';
import type { CommandContext } from './command.ts';

/** Asks for the words that a view's rows must have, beside what else its filter says; none shows all again. */
export async function askFilter(
  view: string,
  title: string,
  { ui, preferences }: CommandContext,
): Promise<void> {
  const filter = preferences.filter(view);
  const text = await ui.input({
    title,
    prompt: t('Words that each row must have; with a “-” before it, one that it must not. Empty: all rows.'),
    placeholder: 'web -test',
    value: filter.text ?? '',
  });
  if (text === undefined) return;
  const { text: _before, ...rest } = filter;
  const words = text.trim();
  await preferences.setFilter(view, words === '' ? rest : { ...rest, text: words });
}
