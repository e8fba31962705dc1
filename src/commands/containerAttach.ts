import { attachContainer } from '../engine/attach.ts';
import { objectCommand } from './command.ts';

/** Attaches terminals to containers' main processes. */
export const containerAttach = objectCommand({
  id: 'container.attach',
  title: 'Attach to Main Process',
  description:
    'Opens a terminal on the process that a container was started with: its output from now on, and what is typed goes to it, Ctrl-C included. Ctrl-P Ctrl-Q, or closing the terminal, leaves it running.',
  icon: 'plug',
  kind: 'container',
  states: ['running'],
  place: 'open',
  async run(containers, { engine, ui }) {
    await Promise.all(
      containers.map(({ id, name }) =>
        ui.terminal({ name, icon: 'plug', program: attachContainer(engine, id) }),
      ),
    );
  },
});
