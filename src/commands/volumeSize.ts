import { t } from '@vscode/l10n';
import { volumeSizes } from '../engine/volumes/pruneVolumes.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';

/** Says how much is in volumes. */
export const volumeSize = objectCommand({
  id: 'volume.size',
  title: 'Measure Size',
  description: 'Asks the engine how much is in a volume; it measures, which may take a while.',
  icon: 'dashboard',
  kind: 'volume',
  place: 'open',
  async run(volumes, { engine, ui }) {
    const sizes = await ui.progress(t('Measuring volumes'), (signal) => volumeSizes(engine, { signal }));
    const words = volumes.map(({ name }) => {
      const size = sizes.get(name);
      return size === undefined
        ? t('{0}: its driver does not tell', name)
        : t('{0}: {1}', name, sizeWords(size));
    });
    ui.information(words.join(', '));
  },
});
