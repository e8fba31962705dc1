import { attachContainer } from '../engine/attach.ts';
import { createContainer } from '../engine/containers/createContainer.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import type { TerminalProgram } from '../engine/terminal.ts';
import { objectCommand } from './command.ts';
import { nameOf } from './nameOf.ts';
import { portsToPublish } from './runImage.ts';

/** Runs an image in a terminal. */
export const imageRunInteractive = objectCommand({
  id: 'image.runInteractive',
  title: 'Run Interactively',
  description:
    'Starts a container of an image in a terminal that is attached to it, as `docker run --rm -it` does: the container is removed when it ends, or when its terminal is closed. Ports are published as by Run.',
  icon: 'terminal',
  kind: 'image',
  place: 'run',
  single: true,
  async run([image], context) {
    if (image === undefined) return;
    const { engine, ui, signal } = context;
    const ports = await portsToPublish(context, image.reference, signal);
    const interactive = { tty: true, stdin: true, stdinOnce: true, autoRemove: true } as const;
    const creation = { ...interactive, image: image.reference, ports, signal };
    // Created in the program: a terminal that never opens leaves no container.
    const program: TerminalProgram = async (io) => {
      const id = await createContainer(engine, creation);
      try {
        return await attachContainer(engine, id)(io);
      } finally {
        // It is gone already where it has ended; not where it did not start, or the terminal was closed.
        await removeContainer(engine, id, { force: true, volumes: true }).catch(() => undefined);
      }
    };
    await ui.terminal({ name: nameOf(image), icon: 'terminal', program });
  },
});
