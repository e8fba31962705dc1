import { containerShell as shellIn } from '../engine/exec.ts';
import { objectCommand } from './command.ts';

/** Opens a shell in containers. */
export const containerShell = objectCommand({
  id: 'container.shell',
  title: 'Open Shell',
  description: 'Opens a terminal with a shell in a running container: bash where the image has it, else sh.',
  icon: 'terminal',
  kind: 'container',
  states: ['running'],
  place: 'open',
  inline: true,
  async run(containers, { engine, ui }) {
    await Promise.all(
      containers.map(({ id, name }) =>
        ui.terminal({ name, icon: 'terminal', program: shellIn(engine, id, {}) }),
      ),
    );
  },
});
