import type { EngineErrorCode } from '../engine/errors.ts';
import type { ConnectionKey, SwarmKey } from './contextKeys.ts';

/** What a view without rows says, and when: `contents` as the manifest's `viewsWelcome` takes it, a lone link a button. */
export interface Welcome {
  readonly view: string;
  readonly contents: string;
  readonly when: string;
}

/** The views of what is on an engine. */
const engineViews = [
  'gantry.containers',
  'gantry.images',
  'gantry.networks',
  'gantry.volumes',
  'gantry.swarm',
];

const retry = '[Try Again](command:gantry.connection.retry)';
const another = '[Use Another Host…](command:gantry.host.switch)';
const byItself = 'The views fill by themselves as soon as it answers.';

/** Why there is no connection, in plain words, and what to do. */
const problems: { readonly [C in EngineErrorCode]: readonly string[] } = {
  'no-socket': [
    'No Docker engine was found: its socket is not there. Either Docker is not installed on this machine or it does not run.',
    'Start Docker Desktop, or on Linux run: sudo systemctl start docker',
    byItself,
    retry,
    another,
    '[How to Install Docker](https://docs.docker.com/get-started/get-docker/)',
  ],
  'permission-denied': [
    'This user may not open Docker’s socket. On Linux that right belongs to the members of the group “docker”.',
    'Run: sudo usermod -aG docker $USER',
    'Then log out and in again, so that the membership counts.',
    retry,
    'Mind that members of this group can do on this machine whatever root can.',
  ],
  'not-running': [
    'Nothing answers where the Docker engine should: it does not run, or is still starting.',
    'Start Docker Desktop, or on Linux run: sudo systemctl start docker',
    byItself,
    retry,
    another,
  ],
  'bad-address': [
    'The engine’s address can’t be understood: DOCKER_HOST, DOCKER_CONTEXT or the current Docker context says something that is no address or does not exist.',
    'An address looks like unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host. Correct the context, or correct the variable and start VS Code again, as it has inherited the old one.',
    retry,
    another,
  ],
  unreachable: [
    'The engine’s host can’t be reached: its name is not known, or no way leads there.',
    'Check the address for mistakes, and whether the network or VPN that leads there is up.',
    byItself,
    retry,
    another,
  ],
  tls: [
    'The engine’s host answers, but no secure connection comes about: a certificate is missing, has expired, or is not trusted by the other side.',
    'Check ca.pem, cert.pem and key.pem of the Docker context or in DOCKER_CERT_PATH, and that the address is the name in the certificate.',
    retry,
    another,
  ],
  'host-key': [
    'The SSH server’s host key is not known yet, or is not the one that was known. Nothing is sent there until it is.',
    'Log in once in a terminal with ssh, and compare the key that it shows before you accept it. Of a machine that was set up anew, remove the old key first: ssh-keygen -R HOST',
    byItself,
    retry,
    another,
  ],
  login: [
    'The SSH server does not let this user in: it takes none of the keys that ssh has.',
    'Try to log in in a terminal with ssh. A key with a passphrase has to be in the ssh agent (ssh-add): passwords can’t be asked for here.',
    retry,
    another,
  ],
  timeout: [
    'The engine was asked and did not answer in time: it is overloaded, or something on the way drops the connection.',
    'It is asked again by itself. If it stays like this, look at the engine’s log; on Linux run: journalctl -u docker',
    retry,
    another,
  ],
  disconnected: ['The connection to the engine broke.', byItself, retry],
  refused: [
    'Something answered at the engine’s address, but with an error.',
    'Check that it is a Docker engine, and look at the output channel “Gantry” for its words.',
    retry,
  ],
  'not-a-manager': ['The engine is not a manager of its swarm.', retry],
  aborted: ['The connection was ended.', retry],
};

/** What each view says while it has no rows. */
export const welcomes: readonly Welcome[] = [
  ...everywhere(
    '!isWorkspaceTrusted',
    [
      'Gantry speaks to Docker only in a trusted workspace, since what it builds and runs comes from the workspace’s files. Dockerfiles and Compose files are checked in any.',
      '[Manage Workspace Trust](command:workbench.trust.manage)',
    ],
    'This workspace is not trusted: see Containers.',
  ),
  {
    view: 'gantry.hosts',
    when: '!isWorkspaceTrusted',
    contents: 'This workspace is not trusted: see Containers.',
  },
  ...everywhere(connection('connecting'), ['Connecting to the Docker engine…']),
  ...Object.entries(problems).flatMap(([code, lines]) =>
    everywhere(connection(code as EngineErrorCode), lines, 'No Docker engine answers: see Containers.'),
  ),
  {
    view: 'gantry.containers',
    when: `${connection('connected')} && gantry.loaded.container`,
    contents: paragraphs(
      'There are no containers. Run an image, or start the services of a Compose file by right-clicking it.',
      '[Run an Image…](command:gantry.image.run)',
      '[Start Compose Services…](command:gantry.compose.up)',
    ),
  },
  {
    view: 'gantry.images',
    when: `${connection('connected')} && gantry.loaded.image`,
    contents: paragraphs(
      'There are no images. Pull one, or build one by right-clicking a Dockerfile.',
      '[Pull an Image…](command:gantry.image.pull)',
      '[Build an Image…](command:gantry.dockerfile.build)',
    ),
  },
  {
    view: 'gantry.networks',
    when: `${connection('connected')} && gantry.loaded.network`,
    contents: paragraphs(
      'There are no networks but the engine’s own. Containers of one network find each other by their names.',
      '[Create a Network…](command:gantry.network.create)',
    ),
  },
  {
    view: 'gantry.volumes',
    when: `${connection('connected')} && gantry.loaded.volume`,
    contents: paragraphs(
      'There are no volumes. A volume keeps what containers write to it after they are removed.',
      '[Create a Volume…](command:gantry.volume.create)',
    ),
  },
  {
    view: 'gantry.swarm',
    when: `${connection('connected')} && !gantry.can.swarm`,
    contents: 'Podman has no swarm. Choose a host with a Docker engine to see one.',
  },
  {
    view: 'gantry.swarm',
    when: `${connection('connected')} && ${swarm('inactive')} && gantry.can.swarm`,
    contents: paragraphs(
      'This engine is not part of a [swarm](https://docs.docker.com/engine/swarm/). As the first manager of a new one it can run services, on this machine alone or with others that join.',
      '[Initialise a swarm](command:gantry.swarm.init)',
    ),
  },
];

/** The first view says it at length, the others `short`ly, so that the same text does not stand there in each. */
function everywhere(when: string, lines: readonly string[], short?: string): readonly Welcome[] {
  const others = paragraphs(...(short === undefined ? lines : [short]));
  return engineViews.map((view) => ({
    view,
    when,
    contents: view === 'gantry.containers' ? paragraphs(...lines) : others,
  }));
}

function paragraphs(...lines: readonly string[]): string {
  return lines.join('\n');
}

function connection(state: ConnectionKey): string {
  return `isWorkspaceTrusted && gantry.state == '${state}'`;
}

function swarm(state: SwarmKey): string {
  return `gantry.swarm == '${state}'`;
}
