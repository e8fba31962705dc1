import { t } from '@vscode/l10n';
import { inspectVolume } from '../engine/volumes/inspectVolume.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the engine knows of volumes. */
export const volumeInspect = objectCommand({
  id: 'volume.inspect',
  title: 'Inspect',
  description:
    'Opens what the engine says of a volume, as a read-only JSON document that follows the volume.',
  icon: 'json',
  kind: 'volume',
  place: 'open',
  run: (volumes, { engine, ui, signal }) =>
    forEachObject(volumes, { ui, signal }, t('Inspecting {0}', nameAll(volumes)), ({ id, name }, opening) =>
      ui.document(
        {
          title: name,
          key: `volume:${id}`,
          about: { kind: 'volume', id },
          read: (reading) => inspectVolume(engine, name, { signal: reading }),
        },
        opening,
      ),
    ),
});
