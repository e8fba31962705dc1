import { hostCommand } from './command.ts';

const when = "gantry.state && gantry.state != 'connected' && gantry.state != 'connecting'";

/** Tries at once to connect to the engine. */
export const connectionRetry = hostCommand({
  id: 'connection.retry',
  title: 'Retry Connection',
  description:
    'Tries at once to connect to the engine, instead of at the next of the tries that are made by themselves.',
  icon: 'debug-restart',
  places: [
    { view: 'gantry.containers', button: true, when },
    { view: 'gantry.images', button: true, when },
    { view: 'gantry.swarm', button: true, when },
  ],
  async run({ engine }) {
    engine.inventory.retry();
  },
});
