import { hostCommand } from './command.ts';

/** Lets the window follow the docker CLI again. */
export const hostFollowCli = hostCommand({
  id: 'host.followCli',
  title: 'Use Whatever the Docker CLI Uses',
  description:
    'Lets the window follow the docker CLI again: DOCKER_HOST, DOCKER_CONTEXT, or the CLI’s current context, also when that becomes another one.',
  places: [{ view: 'gantry.hosts', button: false, when: 'true' }],
  async run({ hosts }) {
    hosts.use();
  },
});
