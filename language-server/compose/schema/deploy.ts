import { deviceRequest } from './common.ts';
import {
  type Attribute,
  dictionary,
  list,
  map,
  nothing,
  numeric,
  oneOf,
  plainNumber,
  type Shape,
  suggested,
  text,
  words,
} from './shape.ts';

const duration = text({ grammar: 'duration' });
const order = words({
  'stop-first': 'The old task stops before the new one starts: the default.',
  'start-first': 'The new task starts first, so that both run for a moment.',
});

/** How an update, or its way back, goes on. */
function rollout(what: string, failure: Readonly<Record<string, string>>): Shape {
  return map(`the configuration of ${what}`, {
    parallelism: { doc: 'How many tasks at a time; 0 is all.', shape: numeric(), rank: 1 },
    delay: { doc: 'How long to wait between groups of tasks, such as `10s`.', shape: duration, rank: 1 },
    failure_action: { doc: `What to do when ${what} fails.`, shape: suggested(failure), rank: 2 },
    monitor: { doc: 'How long a new task is watched for failure.', shape: duration },
    max_failure_ratio: { doc: 'The share of tasks that may fail, from 0 to 1.', shape: numeric(plainNumber) },
    order: { doc: 'Whether the new task or the old one has to wait.', shape: order, rank: 2 },
  });
}

const cpus: Attribute = {
  doc: "How many CPUs, such as `'0.5'`. `docker stack deploy` wants it in quotes.",
  shape: numeric(plainNumber),
  rank: 1,
  snippet: " '${1:0.5}'",
};
const memory: Attribute = {
  doc: 'How much memory, such as `512M`.',
  shape: text({ grammar: 'bytes' }),
  rank: 1,
  snippet: ' ${1:512M}',
};

/** A service's `deploy`. Outside a swarm, Compose heeds only `replicas`, `resources` and `restart_policy`. */
export const deploy: Shape = oneOf(
  map('a deployment', {
    mode: {
      doc: 'How many tasks a swarm runs: a number of them, or one a node; or jobs, which run to their end.',
      rank: 2,
      shape: suggested({
        replicated: 'As many tasks as `replicas` says: the default.',
        global: 'One task on each node.',
        'replicated-job': 'As many tasks as `replicas` says, until each has ended well.',
        'global-job': 'One task on each node, until it has ended well.',
      }),
    },
    replicas: { doc: 'How many containers run the service.', shape: numeric(), rank: 1, snippet: ' ${1:2}' },
    endpoint_mode: {
      doc: 'How clients reach the service in a swarm.',
      shape: suggested({
        vip: 'One virtual address that balances: the default.',
        dnsrr: 'DNS answers with the addresses of all tasks.',
      }),
    },
    labels: {
      doc: 'Labels of the swarm service; those of its containers are the service’s own `labels`.',
      shape: dictionary('label'),
      rank: 2,
    },
    placement: {
      doc: 'On which nodes the tasks run.',
      rank: 2,
      shape: map('a placement', {
        constraints: {
          doc: 'What a node must fulfil, such as `node.role == manager`.',
          shape: list(text()),
          rank: 1,
          snippet: '\n  - ${1:node.role == worker}',
        },
        preferences: {
          doc: 'How to spread the tasks.',
          shape: list(
            map('a preference', {
              spread: {
                doc: 'The node label whose values get equal shares, such as `node.labels.zone`.',
                shape: text(),
              },
            }),
          ),
        },
        max_replicas_per_node: { doc: 'How many tasks a node runs at most.', shape: numeric() },
      }),
    },
    resources: {
      doc: 'How much a container may use, and how much is kept for it.',
      rank: 1,
      snippet: "\n  limits:\n    cpus: '${1:0.5}'\n    memory: ${2:512M}",
      shape: map('resources', {
        limits: {
          doc: 'What a container can’t exceed.',
          rank: 1,
          shape: map('limits', { cpus, memory, pids: { doc: 'How many processes.', shape: numeric() } }),
        },
        reservations: {
          doc: 'What a node must have free for a task.',
          rank: 1,
          shape: map('reservations', {
            cpus,
            memory,
            devices: {
              doc: 'Devices such as GPUs, by what they can do.',
              shape: list(deviceRequest),
              swarm: 'rejected',
              snippet: '\n  - driver: ${1:nvidia}\n    count: ${2:1}\n    capabilities: [${3:gpu}]',
            },
            generic_resources: {
              doc: 'Resources that nodes advertise by a name of their own.',
              shape: list(
                map('a generic resource', {
                  discrete_resource_spec: {
                    doc: 'A resource that is counted.',
                    shape: map('a counted resource', {
                      kind: { doc: 'The resource’s name.', shape: text() },
                      value: { doc: 'How many.', shape: numeric(plainNumber) },
                    }),
                  },
                }),
              ),
            },
          }),
        },
      }),
    },
    restart_policy: {
      doc: 'Whether and how containers are started again when they end.',
      rank: 2,
      shape: map('a restart policy', {
        condition: {
          doc: 'After which ends to start again.',
          shape: suggested({
            none: 'Never.',
            'on-failure': 'After an exit code other than 0.',
            any: 'Always: the default.',
          }),
          rank: 1,
        },
        delay: { doc: 'How long to wait before it, such as `5s`.', shape: duration },
        max_attempts: { doc: 'How often to try.', shape: numeric() },
        window: { doc: 'How long a container must run to count as started.', shape: duration },
      }),
    },
    update_config: {
      doc: 'How a swarm goes from the old version of the service to the new one.',
      rank: 2,
      shape: rollout('an update', {
        pause: 'Stop updating: the default.',
        continue: 'Go on.',
        rollback: 'Go back to the old version.',
      }),
    },
    rollback_config: {
      doc: 'How a swarm goes back to the old version of the service.',
      shape: rollout('a rollback', { pause: 'Stop: the default.', continue: 'Go on.' }),
    },
  }),
  nothing,
);
