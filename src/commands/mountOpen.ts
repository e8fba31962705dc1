import { stat } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { type CommandContext, objectCommand } from './command.ts';

/** Shows what is mounted, where it is on this machine. */
export const mountOpen = objectCommand({
  id: 'mount.open',
  title: 'Open Folder',
  description:
    'Shows the folder or file that is mounted into a container: in the explorer if it is in the workspace, else in the system’s file manager. Only of engines on the machine that the extension runs on.',
  icon: 'folder-opened',
  kind: 'mount',
  states: ['bind'],
  place: 'open',
  inline: true,
  single: true,
  async run([object], context) {
    if (object === undefined) return;
    const { ui } = context;
    const path = object.mount.source;
    if (!isHere(context)) {
      return ui.information(t('{0} is on the machine of {1}, and not on this one.', path, context.host.name));
    }
    if (!(await exists(path))) {
      // Docker Desktop's engine is in a virtual machine with paths of its own.
      return ui.information(t('There is no {0} on this machine: the engine sees other files.', path));
    }
    await ui.reveal(path);
  },
});

/** An engine behind a socket or a pipe of this machine is on it, or shows its files. */
function isHere({ engine: { endpoint } }: CommandContext): boolean {
  return endpoint?.kind === 'socket' || endpoint?.kind === 'npipe';
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
