import { t } from '@vscode/l10n';
import { pruneVolumes, type SizedVolume, volumesToPrune } from '../engine/volumes/pruneVolumes.ts';
import { listed } from '../words/listed.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';
import { hostCommand } from './command.ts';

/** Removes volumes that no container has, after asking. */
export const volumePrune = hostCommand({
  id: 'volume.prune',
  title: 'Prune Volumes…',
  description:
    'Removes volumes that no container has: those without a name of their own, or all. Says before which these are and how much is in them.',
  icon: 'clear-all',
  places: [{ view: 'gantry.volumes', button: false, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const unused = await ui.progress(t('Looking for unused volumes'), (signal) =>
      volumesToPrune(engine, { all: true, signal }),
    );
    if (unused.length === 0) return ui.information(t('Every volume is one of a container’s.'));
    const anonymous = unused.filter((volume) => volume.anonymous);
    const picked = await ui.pick({
      title: t('Prune Volumes'),
      placeholder: t('Which volumes are to go?'),
      choices: [
        { label: t('Volumes without a name of their own'), description: amount(anonymous), value: anonymous },
        { label: t('All volumes that no container has'), description: amount(unused), value: unused },
      ],
    });
    if (picked === undefined) return;
    if (picked.length === 0) return ui.information(t('There is no such volume.'));
    const chosen = await ui.confirm({
      message:
        picked.length === 1 ? t('Remove 1 unused volume?') : t('Remove {0} unused volumes?', picked.length),
      detail: `${listed(
        picked.map(({ name, bytes }) => {
          const words = /^[0-9a-f]{64}$/.test(name) ? shortId(name) : name;
          return bytes === undefined ? words : `${words} (${sizeWords(bytes)})`;
        }),
        30,
      )}.\n${t('All that is in them is lost for good.')}`,
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    const { removed, kept } = await ui.progress(t('Removing volumes'), (signal) =>
      pruneVolumes(
        engine,
        picked.map(({ name }) => name),
        { signal },
      ),
    );
    const size = sizeWords(bytesOf(picked.filter(({ name }) => removed.includes(name))));
    const done =
      removed.length === 1
        ? t('Removed 1 volume, which freed {0}.', size)
        : t('Removed {0} volumes, which freed {1}.', removed.length, size);
    ui.information(kept.length === 0 ? done : t('{0} These are in use by now: {1}.', done, listed(kept)));
  },
});

function amount(volumes: readonly SizedVolume[]): string {
  if (volumes.length === 0) return t('none');
  const size = sizeWords(bytesOf(volumes));
  return volumes.length === 1 ? t('1 volume, {0}', size) : t('{0} volumes, {1}', volumes.length, size);
}

function bytesOf(volumes: readonly SizedVolume[]): number {
  return volumes.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}
