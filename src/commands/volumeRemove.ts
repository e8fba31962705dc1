import { t } from '@vscode/l10n';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import { removeVolume } from '../engine/volumes/removeVolume.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Removes volumes and all that is in them, after asking. */
export const volumeRemove = objectCommand({
  id: 'volume.remove',
  title: 'Remove…',
  description:
    'Removes volumes with all that is in them, after asking. One that a container has, running or not, is refused, and the containers are named.',
  icon: 'trash',
  kind: 'volume',
  place: 'destroy',
  key: { key: 'delete', mac: 'cmd+backspace' },
  async run(volumes, context) {
    const { engine, ui } = context;
    const users = new Map(volumes.map(({ name }) => [name, usersOfVolume(engine.inventory, name)]));
    const used = volumes.filter(({ name }) => (users.get(name) ?? []).length > 0);
    const reasons = used.map(({ name }) =>
      t('{0} is used by {1}.', name, listed((users.get(name) ?? []).map(nameOf), 10)),
    );
    const free = volumes.filter((volume) => !used.includes(volume));
    if (free.length === 0) {
      return ui.warning(t('{0} Remove the containers first.', reasons.join(' ')));
    }
    const chosen = await ui.confirm({
      message: t('Remove {0}?', nameAll(free)),
      detail: [
        ...(free.length > 1 ? [`${listed(free.map(nameOf), 20)}.`] : []),
        t('All that is in it is lost for good.'),
        ...(reasons.length > 0 ? [t('These stay: {0}', reasons.join(' '))] : []),
      ].join('\n'),
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    await forEachObject(free, context, t('Removing {0}', nameAll(free)), ({ name }, signal) =>
      removeVolume(engine, name, { signal }),
    );
  },
});

/** The containers, stopped ones too, that have a volume. */
export function usersOfVolume(inventory: Inventory, volume: string): readonly Container[] {
  return inventory
    .list('container')
    .filter(({ mounts }) => mounts.some(({ type, name }) => type === 'volume' && name === volume));
}
