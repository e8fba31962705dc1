import { objectCommand } from './command.ts';
import { copyIntoContainer } from './copyIntoContainer.ts';

/** Copies files into a container. */
export const containerCopyIn = objectCommand({
  id: 'container.copyIn',
  title: 'Copy Files into It…',
  description:
    'Copies files of this machine into a folder of a container, running or not. A folder that is missing there is made; what is there by the same name is replaced.',
  icon: 'cloud-upload',
  kind: 'container',
  place: 'edit',
  submenu: 'container.files',
  single: true,
  async run([container], context) {
    if (container !== undefined) await copyIntoContainer(container, context, false);
  },
});
