import { objectCommand } from './command.ts';
import { copyIntoContainer } from './copyIntoContainer.ts';

/** Copies folders into a container. */
export const containerCopyFolderIn = objectCommand({
  id: 'container.copyFolderIn',
  title: 'Copy Folder into It…',
  description: 'As Copy Files into It, for whole folders, with the modes and the links of what is in them.',
  icon: 'cloud-upload',
  kind: 'container',
  place: 'edit',
  submenu: 'container.files',
  single: true,
  async run([container], context) {
    if (container !== undefined) await copyIntoContainer(container, context, true);
  },
});
