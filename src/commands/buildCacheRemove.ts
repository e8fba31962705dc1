import { t } from '@vscode/l10n';
import { pruneBuildCache } from '../engine/usage/buildCache.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Removes records of the build cache. */
export const buildCacheRemove = objectCommand({
  id: 'buildCache.remove',
  title: 'Remove…',
  description:
    'Removes a record of the build cache, after asking: the next build makes it again. One that a build uses, or that others stand on, stays.',
  icon: 'trash',
  kind: 'buildCache',
  states: ['free'],
  place: 'destroy',
  needs: 'buildCache',
  async run(records, context) {
    const { engine, ui } = context;
    const bytes = records.reduce((sum, { entry }) => sum + entry.bytes, 0);
    const chosen = await ui.confirm({
      message: t('Remove {0}? This frees up to {1}.', nameAll(records), sizeWords(bytes)),
      detail: t('The next build that needs it makes it again.'),
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    // A record stays while one that was made from it is there: the youngest go first, one at a time.
    const youngestFirst = [...records].sort((a, b) => b.entry.createdAt - a.entry.createdAt);
    await forEachObject(
      youngestFirst,
      context,
      t('Removing {0}', nameAll(records)),
      async ({ entry }, signal) => {
        const { removed } = await pruneBuildCache(engine, { id: entry.id, signal });
        if (removed.length === 0) throw new Error(t('A build uses it, or another record was made from it.'));
      },
      1,
    );
  },
});
