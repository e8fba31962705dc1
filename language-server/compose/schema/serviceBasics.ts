import { build } from './build.ts';
import { command, hook } from './common.ts';
import { deploy } from './deploy.ts';
import { develop } from './develop.ts';
import { serviceModels } from './models.ts';
import {
  type Attribute,
  any,
  boolean,
  dictionary,
  list,
  map,
  names,
  numeric,
  oneOf,
  path,
  plainNumber,
  strictBoolean,
  suggested,
  text,
  uniqueTexts,
  words,
} from './shape.ts';

const duration = text({ grammar: 'duration' });

/** Keys of a service that say what it runs, and when. */
export const serviceBasics: Readonly<Record<string, Attribute>> = {
  image: {
    doc: 'The image to run, as `[registry/]repository[:tag][@digest]`. With `build` it is the name that the built image gets.',
    shape: text({ grammar: 'image' }),
    rank: 1,
  },
  build: {
    doc: 'How to build the image: the folder with the Dockerfile, or a map with more.',
    shape: build,
    swarm: 'ignored',
    rank: 1,
  },
  command: {
    doc: 'What to run instead of the image’s `CMD`: one line or a list of words. An empty value is the image’s own.',
    shape: command,
    rank: 1,
  },
  entrypoint: {
    doc: 'What to run instead of the image’s `ENTRYPOINT`; the image’s `CMD` is then dropped too.',
    shape: command,
    rank: 2,
  },
  container_name: {
    doc: 'A fixed name for the container. It can then be only one.',
    shape: text({ grammar: 'containerName' }),
    swarm: 'ignored',
    rank: 2,
  },
  hostname: { doc: 'The host name inside the container.', shape: text(), rank: 2 },
  depends_on: {
    doc: 'Services that start before this one and stop after it: a list, or a map that says what to wait for.',
    rank: 1,
    snippet: '\n  - $0',
    shape: oneOf(
      list(text({ refers: { to: 'service', part: 'whole' } }), { unique: true }),
      names(
        'service',
        map('a dependency', {
          condition: {
            doc: 'What to wait for.',
            required: true,
            rank: 1,
            swarm: 'rejected',
            shape: words({
              service_started: 'Its container has started.',
              service_healthy: 'Its health check says that it is well.',
              service_completed_successfully: 'It has ended with exit code 0.',
            }),
          },
          required: {
            doc: 'Whether it is an error when the dependency can’t start; `true` unless given.',
            shape: strictBoolean,
            since: '2.20.0',
            swarm: 'rejected',
          },
          restart: {
            doc: 'Whether this service restarts when Compose restarts the dependency.',
            shape: boolean,
            since: '2.17.0',
            swarm: 'rejected',
          },
        }),
        { refers: { to: 'service', part: 'whole' } },
      ),
    ),
  },
  deploy: { doc: 'Replicas, resources and what a swarm does with the service.', shape: deploy, rank: 2 },
  develop: {
    doc: 'What `docker compose watch` does.',
    shape: develop,
    since: '2.22.0',
    swarm: 'rejected',
    rank: 2,
  },
  environment: {
    doc: 'Environment variables: a map, or a list of `NAME=value`. A name without a value takes it from where Compose runs.',
    shape: dictionary('VARIABLE'),
    rank: 1,
  },
  env_file: {
    doc: 'Files with environment variables; later files win, and `environment` wins over all.',
    rank: 2,
    shape: oneOf(
      path('file'),
      list(
        oneOf(
          path('file'),
          map(
            'an environment file',
            {
              path: {
                doc: 'The file, relative to this one.',
                shape: path('file'),
                required: true,
                rank: 1,
                swarm: 'rejected',
              },
              required: {
                doc: 'Whether it is an error when the file is missing; `true` unless given.',
                shape: boolean,
                since: '2.24.0',
                swarm: 'rejected',
              },
              format: {
                doc: 'How the file is written.',
                shape: suggested({ raw: 'Values are taken as they are: no quotes, no variables.' }),
                since: '2.30.0',
                swarm: 'rejected',
              },
            },
            { noExtensions: true },
          ),
        ),
      ),
    ),
  },
  extends: {
    doc: 'A service of this or another file whose configuration this one starts from.',
    swarm: 'rejected',
    shape: oneOf(
      text({ refers: { to: 'service', part: 'whole' } }),
      map(
        'an extension',
        {
          service: {
            doc: 'The name of the service to start from.',
            shape: text({ refers: { to: 'service', part: 'extends' } }),
            required: true,
            rank: 1,
          },
          file: { doc: 'The file that has it; this one unless given.', shape: path('file'), rank: 1 },
        },
        { noExtensions: true },
      ),
    ),
  },
  healthcheck: {
    doc: 'The command that says whether the container is well.',
    rank: 1,
    snippet:
      '\n  test: ["CMD", "${1:curl}", "${2:-f}", "${3:http://localhost}"]\n  interval: ${4:30s}\n  timeout: ${5:10s}\n  retries: ${6:3}',
    shape: map('a health check', {
      test: {
        doc: 'The command: `["CMD", …]` runs as it is, `["CMD-SHELL", …]` and text run in a shell, `["NONE"]` is none.',
        shape: oneOf(text(), list(text())),
        rank: 1,
        snippet: ' ["CMD", "$1"]',
      },
      interval: {
        doc: 'How long from one run to the next; 30 s unless given.',
        shape: duration,
        rank: 1,
        snippet: ' ${1:30s}',
      },
      timeout: {
        doc: 'How long a run may take; 30 s unless given.',
        shape: duration,
        rank: 1,
        snippet: ' ${1:10s}',
      },
      retries: {
        doc: 'After how many failures in a row it is not well; 3 unless given.',
        shape: numeric(plainNumber),
        rank: 1,
        snippet: ' ${1:3}',
      },
      start_period: {
        doc: 'How long failures do not count at first.',
        shape: duration,
        rank: 2,
        snippet: ' ${1:10s}',
      },
      start_interval: {
        doc: 'How long from one run to the next during the start period.',
        shape: duration,
        since: '2.20.2',
      },
      disable: { doc: 'Whether the image’s own health check is switched off.', shape: boolean, rank: 2 },
    }),
  },
  init: {
    doc: 'Whether a small init process runs first, that forwards signals and reaps processes.',
    shape: boolean,
  },
  labels: {
    doc: 'Labels of the containers: a map, or a list of `key=value`.',
    shape: dictionary('label'),
    rank: 2,
  },
  label_file: {
    doc: 'Files with labels.',
    shape: oneOf(path('file'), list(path('file'))),
    since: '2.32.2',
    swarm: 'rejected',
  },
  annotations: {
    doc: 'Annotations of the containers, for the runtime: a map, or a list of `key=value`.',
    shape: dictionary('annotation'),
    since: '2.16.0',
    swarm: 'rejected',
  },
  attach: {
    doc: 'Whether `docker compose up` shows the service’s output; `true` unless given.',
    shape: boolean,
    since: '2.20.0',
    swarm: 'rejected',
  },
  logging: {
    doc: 'Where the container’s output goes.',
    rank: 2,
    shape: map('logging', {
      driver: {
        doc: 'The logging driver.',
        rank: 1,
        shape: suggested({
          'json-file': 'Files of JSON lines on the host: the default.',
          local: 'Compact files on the host.',
          none: 'Nowhere; `logs` shows nothing.',
          syslog: 'The syslog facility.',
          journald: 'The systemd journal.',
          gelf: 'A Graylog endpoint.',
          fluentd: 'A Fluentd daemon.',
          awslogs: 'Amazon CloudWatch Logs.',
          splunk: 'Splunk, by its HTTP event collector.',
          gcplogs: 'Google Cloud Logging.',
        }),
      },
      options: {
        doc: 'Options that the driver understands, such as `max-size` and `max-file`.',
        shape: names('option', oneOf(text(), numeric(), { kind: 'null' })),
        rank: 1,
      },
    }),
  },
  models: {
    doc: 'AI models that the service uses, by their names under the top-level `models`.',
    shape: serviceModels,
    since: '2.38.0',
    swarm: 'rejected',
  },
  platform: {
    doc: 'The platform to run on, such as `linux/arm64`.',
    shape: text({ grammar: 'platform' }),
    swarm: 'rejected',
    rank: 2,
  },
  post_start: {
    doc: 'Commands to run in the container after it has started.',
    shape: list(hook),
    since: '2.30.0',
    swarm: 'rejected',
  },
  pre_start: { doc: 'Commands to run before the container starts.', shape: list(hook), swarm: 'rejected' },
  pre_stop: {
    doc: 'Commands to run in the container before it is stopped.',
    shape: list(hook),
    since: '2.30.0',
    swarm: 'rejected',
  },
  profiles: {
    doc: 'The service takes part only when one of these profiles is active.',
    shape: uniqueTexts,
    swarm: 'rejected',
    rank: 2,
  },
  provider: {
    doc: 'A program outside the engine that runs the service.',
    since: '2.36.0',
    swarm: 'rejected',
    shape: map('a provider', {
      type: { doc: 'The program’s name.', shape: text(), required: true, rank: 1 },
      options: { doc: 'Options that the program understands.', shape: names('option', any) },
    }),
  },
  pull_policy: {
    doc: 'When to pull the image.',
    swarm: 'rejected',
    rank: 2,
    shape: suggested(
      {
        always: 'Each time.',
        never: 'Never; it is an error when the image is missing.',
        missing: 'When the image is missing: the default without `build`.',
        if_not_present: 'The same as `missing`.',
        build: 'Never; the image is built each time.',
        daily: 'When the last pull was more than a day ago.',
        weekly: 'When the last pull was more than a week ago.',
        every_12h: 'When the last pull is longer ago than that.',
      },
      { grammar: 'pullPolicy' },
    ),
  },
  pull_refresh_after: {
    doc: 'How old a pulled image may become, with `pull_policy: refresh`.',
    shape: text(),
    swarm: 'rejected',
  },
  restart: {
    doc: 'Whether the engine starts the container again when it ends.',
    swarm: 'ignored',
    rank: 1,
    shape: suggested(
      {
        '"no"': 'Never: the default. In quotes, as `no` alone is a boolean to some readers.',
        always: 'Whatever the exit code, also when the engine starts.',
        'on-failure': 'After an exit code other than 0; `on-failure:5` at most five times.',
        'unless-stopped': 'As `always`, but not once it was stopped by hand.',
      },
      { grammar: 'restart' },
    ),
  },
  scale: {
    doc: 'How many containers run the service.',
    shape: numeric(),
    swarm: 'rejected',
    deprecated: 'Write `deploy.replicas`, which `docker stack deploy` knows too.',
  },
  stdin_open: { doc: 'Whether standard input stays open, as with `docker run -i`.', shape: boolean, rank: 2 },
  stop_grace_period: {
    doc: 'How long a container has to end before it is killed; 10 s unless given.',
    shape: duration,
  },
  stop_signal: {
    doc: 'The signal that asks a container to end; the image’s own, or `SIGTERM`, unless given.',
    shape: suggested({
      SIGTERM: 'Please end: the default.',
      SIGINT: 'As Ctrl-C.',
      SIGQUIT: 'End, as nginx does it gracefully.',
      SIGHUP: 'Hang up.',
      SIGKILL: 'End at once.',
    }),
  },
  tty: { doc: 'Whether the container has a terminal, as with `docker run -t`.', shape: boolean, rank: 2 },
  user: {
    doc: 'The user, and group, to run as: `name`, `uid` or `uid:gid`, in quotes.',
    shape: text(),
    rank: 2,
  },
  working_dir: {
    doc: 'The folder in the container to run in, instead of the image’s `WORKDIR`.',
    shape: text(),
    rank: 2,
  },
};
