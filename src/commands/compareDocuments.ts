import { t } from '@vscode/l10n';
import type { Choice, LiveDocument, Ui } from './ui.ts';

/**
 * Shows how two objects differ: the two that were chosen, or the one and another that the person picks among `others`.
 * `title` is the question's.
 */
export async function compareDocuments<S extends { readonly id: string }>(
  ui: Pick<Ui, 'compare' | 'pick' | 'information'>,
  question: {
    readonly title: string;
    readonly chosen: readonly S[];
    readonly others: readonly Choice<S>[];
    document(object: S): LiveDocument;
  },
): Promise<void> {
  const { title, chosen, others, document } = question;
  const [first, second, ...more] = chosen;
  if (first === undefined) return;
  if (more.length > 0) throw new Error(t('Two can be compared: select two rows, or one.'));
  if (second === undefined && others.length === 0)
    return ui.information(t('There is no other to compare it with.'));
  const other = second ?? (await ui.pick({ title, placeholder: t('Select the other one'), choices: others }));
  if (other !== undefined) await ui.compare(document(first), document(other));
}
