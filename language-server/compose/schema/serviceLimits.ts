import { deviceRequest, isolation, ulimits } from './common.ts';
import {
  type Attribute,
  boolean,
  bytes,
  dictionary,
  list,
  map,
  nothing,
  numeric,
  oneOf,
  plainNumber,
  range,
  type Shape,
  strictBoolean,
  suggested,
  text,
  words,
} from './shape.ts';

const texts = list(text(), { unique: true });
const microseconds = oneOf(plainNumber, text());

const rates: Shape = list(
  map(
    'a rate',
    {
      path: { doc: 'The device on the host.', shape: text() },
      rate: { doc: 'The rate, per second; bytes may have a unit.', shape: bytes },
    },
    { noExtensions: true },
  ),
);

/** Keys of a service that say what it may use, and what it may do. */
export const serviceLimits: Readonly<Record<string, Attribute>> = {
  blkio_config: {
    doc: 'Limits of input and output on block devices.',
    swarm: 'rejected',
    shape: map(
      'a block device configuration',
      {
        weight: { doc: 'The share of input and output, from 10 to 1000.', shape: numeric() },
        weight_device: {
          doc: 'The share on single devices.',
          shape: list(
            map(
              'a weight',
              {
                path: { doc: 'The device on the host.', shape: text() },
                weight: { doc: 'The share, from 10 to 1000.', shape: numeric() },
              },
              { noExtensions: true },
            ),
          ),
        },
        device_read_bps: { doc: 'How many bytes may be read.', shape: rates },
        device_read_iops: { doc: 'How often may be read.', shape: rates },
        device_write_bps: { doc: 'How many bytes may be written.', shape: rates },
        device_write_iops: { doc: 'How often may be written.', shape: rates },
      },
      { noExtensions: true },
    ),
  },
  cap_add: { doc: 'Capabilities of the kernel to give, such as `NET_ADMIN`.', shape: texts },
  cap_drop: { doc: 'Capabilities of the kernel to take away, such as `ALL`.', shape: texts },
  cgroup: {
    doc: 'The cgroup namespace.',
    shape: words({ host: 'The host’s.', private: 'One of its own.' }),
    since: '2.15.0',
    swarm: 'rejected',
  },
  cgroup_parent: { doc: 'The cgroup to start the container in.', shape: text(), swarm: 'ignored' },
  cpu_count: { doc: 'How many CPUs can be used; Windows only.', shape: numeric(range(0)), swarm: 'rejected' },
  cpu_percent: {
    doc: 'The percentage of the CPUs; Windows only.',
    shape: numeric(range(0, 100)),
    swarm: 'rejected',
  },
  cpu_period: {
    doc: 'The period of the scheduler, in microseconds.',
    shape: microseconds,
    swarm: 'rejected',
  },
  cpu_quota: {
    doc: 'The time in each period that can be used, in microseconds.',
    shape: microseconds,
    swarm: 'rejected',
  },
  cpu_rt_period: {
    doc: 'The period of the real-time scheduler, in microseconds or as a duration.',
    shape: microseconds,
    swarm: 'rejected',
  },
  cpu_rt_runtime: {
    doc: 'The time in each real-time period, in microseconds or as a duration.',
    shape: microseconds,
    swarm: 'rejected',
  },
  cpu_shares: {
    doc: 'The weight when CPUs are scarce; 1024 is usual.',
    shape: numeric(plainNumber),
    swarm: 'rejected',
  },
  cpus: { doc: 'How many CPUs, such as `0.5`.', shape: numeric(plainNumber), swarm: 'rejected', rank: 2 },
  cpuset: { doc: 'Which CPUs, such as `0-3` or `0,1`.', shape: text(), swarm: 'rejected' },
  credential_spec: {
    doc: 'The credentials of a group managed service account; Windows only.',
    shape: map('a credential spec', {
      config: { doc: 'The config that has it.', shape: text({ refers: { to: 'config', part: 'whole' } }) },
      file: { doc: 'The file that has it, in the engine’s `CredentialSpecs` folder.', shape: text() },
      registry: { doc: 'The value of the Windows registry that has it.', shape: text() },
    }),
  },
  device_cgroup_rules: {
    doc: 'Rules for devices, as `type major:minor access`.',
    shape: texts,
    swarm: 'rejected',
  },
  devices: {
    doc: 'Devices of the host: `host path[:container path[:permissions]]`, a CDI name, or a map.',
    swarm: 'ignored',
    shape: list(
      oneOf(
        text(),
        map('a device', {
          source: { doc: 'The device on the host.', shape: text(), required: true, rank: 1 },
          target: { doc: 'The path in the container.', shape: text(), rank: 1 },
          permissions: { doc: 'What is allowed: some of `r`, `w` and `m`.', shape: text() },
        }),
      ),
    ),
  },
  gpus: {
    doc: 'GPUs: `all`, or a list of requests.',
    shape: oneOf(words({ all: 'Every GPU.' }), list(deviceRequest)),
    since: '2.30.0',
    swarm: 'rejected',
    snippet: ' ${1:all}',
  },
  group_add: {
    doc: 'More groups for the user, by name or number.',
    shape: list(oneOf(text(), plainNumber), { unique: true }),
    swarm: 'rejected',
  },
  ipc: {
    doc: 'The namespace of shared memory and semaphores.',
    shape: suggested(
      {
        private: 'One of its own.',
        shareable: 'One of its own that others may join.',
        host: 'The host’s.',
        none: 'None.',
        'service:': 'That of another service.',
      },
      { refers: { to: 'service', part: 'mode' } },
    ),
    swarm: 'ignored',
  },
  isolation: { doc: 'How the container is isolated; Windows only.', shape: isolation },
  mem_limit: { doc: 'How much memory, such as `512m`.', shape: bytes, swarm: 'rejected', rank: 2 },
  mem_reservation: {
    doc: 'How much memory when it is scarce, such as `256m`.',
    shape: bytes,
    swarm: 'rejected',
  },
  mem_swappiness: {
    doc: 'How readily memory is swapped, from 0 to 100.',
    shape: numeric(),
    swarm: 'rejected',
  },
  memswap_limit: {
    doc: 'How much memory and swap together; -1 is no limit.',
    shape: bytes,
    swarm: 'rejected',
  },
  oom_kill_disable: {
    doc: 'Whether the kernel may not kill it when memory is out.',
    shape: boolean,
    swarm: 'rejected',
  },
  oom_score_adj: {
    doc: 'How readily the kernel kills it when memory is out, from -1000 to 1000.',
    shape: numeric(range(-1000, 1000)),
  },
  pid: {
    doc: 'The process namespace.',
    shape: oneOf(
      suggested(
        { host: 'The host’s.', 'service:': 'That of another service.' },
        { refers: { to: 'service', part: 'mode' } },
      ),
      nothing,
    ),
    swarm: 'ignored',
  },
  pids_limit: { doc: 'How many processes; -1 is no limit.', shape: numeric(plainNumber), swarm: 'rejected' },
  privileged: {
    doc: 'Whether the container may do all that the host may.',
    shape: boolean,
    swarm: 'ignored',
  },
  runtime: { doc: 'The OCI runtime, such as `runc`.', shape: text(), swarm: 'rejected' },
  security_opt: {
    doc: 'Options of SELinux, AppArmor and seccomp, such as `no-new-privileges:true`.',
    shape: texts,
    swarm: 'ignored',
  },
  shm_size: { doc: 'The size of `/dev/shm`, such as `128m`.', shape: bytes, swarm: 'ignored' },
  sysctls: {
    doc: 'Parameters of the kernel: a map, or a list of `name=value`.',
    shape: dictionary('parameter'),
  },
  ulimits: { doc: 'Resource limits of processes, such as `nofile`.', shape: ulimits },
  use_api_socket: {
    doc: 'Whether the container gets the engine’s socket and the host’s credentials for registries.',
    shape: strictBoolean,
    swarm: 'rejected',
  },
  userns_mode: { doc: 'The user namespace.', shape: suggested({ host: 'The host’s.' }), swarm: 'ignored' },
  uts: {
    doc: 'The namespace of host and domain name.',
    shape: suggested({ host: 'The host’s.' }),
    since: '2.15.1',
    swarm: 'rejected',
  },
};
