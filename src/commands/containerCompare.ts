import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { compareDocuments } from './compareDocuments.ts';
import { containerDocument } from './containerDocument.ts';
import { nameAll } from './nameOf.ts';

/** Shows how two containers differ. */
export const containerCompare = objectCommand({
  id: 'container.compare',
  title: 'Compare With…',
  description:
    'Shows what the engine says of two containers side by side, with the differences marked: of the two that are selected, or of one and another that you pick.',
  icon: 'diff',
  kind: 'container',
  place: 'open',
  run: (containers, { engine, ui }) =>
    compareDocuments(ui, {
      title: t('Compare {0} With', nameAll(containers)),
      chosen: containers,
      others: engine.inventory
        .list('container')
        .filter(({ id }) => containers.every((container) => container.id !== id))
        .map((value) => ({ label: value.name, description: value.image, icon: 'package', value })),
      document: (container) => containerDocument(engine, container),
    }),
});
