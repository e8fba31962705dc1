import { textOrTexts } from './common.ts';
import { model } from './models.ts';
import { config, network, secret, volume } from './resources.ts';
import { serviceBasics } from './serviceBasics.ts';
import { serviceConnections } from './serviceConnections.ts';
import { serviceLimits } from './serviceLimits.ts';
import { serviceStorage } from './serviceStorage.ts';
import { type Declared, list, type MapShape, map, names, oneOf, path, text } from './shape.ts';

/** An entry of the top-level `services`. */
const service: MapShape = map('a service', {
  ...serviceBasics,
  ...serviceConnections,
  ...serviceStorage,
  ...serviceLimits,
});

/**
 * What a Compose file may have: the keys of the Compose specification and of compose-go, which is ahead of it, as data
 * with what each means. Source: the specification's schema and the documentation's facts.
 */
export const schema: MapShape = map('a Compose file', {
  services: {
    doc: 'The containers that make up the application.',
    shape: names('service', service, { declares: 'service' }),
    rank: 1,
    snippet: '\n  ${1:app}:\n    $0',
  },
  networks: {
    doc: 'Networks that services join. Without any, all services share one, named `default`.',
    shape: names('network', network, { declares: 'network' }),
    rank: 1,
    snippet: '\n  ${1:name}:',
  },
  volumes: {
    doc: 'Named volumes, which outlive containers.',
    shape: names('volume', volume, { declares: 'volume' }),
    rank: 1,
    snippet: '\n  ${1:name}:',
  },
  secrets: {
    doc: 'Values that services read as files and that nobody else should see.',
    shape: names('secret', secret, { declares: 'secret' }),
    rank: 1,
    snippet: '\n  ${1:name}:\n    file: ${2:./secret.txt}',
  },
  configs: {
    doc: 'Values that services read as files.',
    shape: names('config', config, { declares: 'config' }),
    rank: 1,
    snippet: '\n  ${1:name}:\n    file: ${2:./config.txt}',
  },
  models: {
    doc: 'AI models that services use.',
    shape: names('model', model, { declares: 'model' }),
    rank: 2,
    since: '2.38.0',
    swarm: 'rejected',
    snippet: '\n  ${1:name}:\n    model: ${2:ai/smollm2}',
  },
  name: {
    doc: 'The name of the project: lower-case letters, digits, `-` and `_`. The folder’s name unless given.',
    shape: text({ grammar: 'projectName' }),
    rank: 1,
    swarm: 'rejected',
  },
  include: {
    doc: 'Other Compose files whose services become part of this project.',
    rank: 2,
    since: '2.20.3',
    swarm: 'rejected',
    snippet: '\n  - ${1:path.yaml}',
    shape: list(
      oneOf(
        path('file'),
        map(
          'an included file',
          {
            path: {
              doc: 'The file, or several that are merged.',
              shape: oneOf(path('file'), list(path('file'), { unique: true })),
              rank: 1,
            },
            project_directory: {
              doc: 'The folder that its relative paths start from.',
              shape: path('folder'),
            },
            env_file: {
              doc: 'Files with values for its variables.',
              shape: oneOf(path('file'), textOrTexts),
            },
          },
          { noExtensions: true },
        ),
      ),
    ),
  },
  version: {
    doc: 'The version of an old file format. Compose takes no notice of it; `docker stack deploy` does.',
    shape: text(),
    rank: 2,
  },
});

/** The top-level section that declares things of a kind. */
export const sections: Readonly<Record<Declared, string>> = {
  service: 'services',
  network: 'networks',
  volume: 'volumes',
  secret: 'secrets',
  config: 'configs',
  model: 'models',
};
