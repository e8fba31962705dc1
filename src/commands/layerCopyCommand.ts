import { objectCommand } from './command.ts';

/** Copies what layers were made by, one a line. */
export const layerCopyCommand = objectCommand({
  id: 'layer.copyCommand',
  title: 'Copy Instruction',
  description: 'Copies the instruction that a layer of an image was made by.',
  icon: 'copy',
  kind: 'layer',
  place: 'copy',
  run: (layers, { ui }) => ui.copy(layers.map(({ layer }) => layer.command).join('\n')),
});
