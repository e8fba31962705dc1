/** What a container uses of its machine now. */
export interface ContainerUsage {
  /** Per cent of one processor: two that are busy are 200. Undefined until there are two samples to compare. */
  readonly cpu?: number;
  /** Bytes, without the file cache that the kernel would give back. */
  readonly memory: number;
  /** Bytes that it may use: the machine's memory where it has no limit of its own. */
  readonly memoryLimit?: number;
  /** Bytes a second over its networks since the sample before. */
  readonly received?: number;
  readonly sent?: number;
  /** Bytes a second from and to disks since the sample before. */
  readonly read?: number;
  readonly written?: number;
  /** Processes and threads. */
  readonly processes?: number;
}

/** What of an entry of the engine's `/containers/ID/stats` is read. Engines leave out what their kernel does not tell. */
export interface StatsSample {
  /** RFC 3339, with nanoseconds. */
  readonly read?: string;
  readonly num_procs?: number;
  readonly pids_stats?: { readonly current?: number };
  readonly cpu_stats?: {
    readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null };
    readonly system_cpu_usage?: number;
    readonly online_cpus?: number;
  };
  readonly memory_stats?: {
    readonly usage?: number;
    readonly limit?: number;
    readonly stats?: Readonly<Record<string, number>>;
    readonly privateworkingset?: number;
  };
  readonly networks?: Readonly<Record<string, { readonly rx_bytes?: number; readonly tx_bytes?: number }>>;
  readonly blkio_stats?: {
    readonly io_service_bytes_recursive?: readonly { readonly op?: string; readonly value?: number }[] | null;
  };
  readonly storage_stats?: { readonly read_size_bytes?: number; readonly write_size_bytes?: number };
}

/**
 * The usage that a sample tells, with `previous`, the one before it, where there is one: by the formulas of
 * `docker stats` (docker/cli `cli/command/container/stats_helpers.go`). Undefined for the empty sample of a container
 * that does not run.
 */
export function usageOf(previous: StatsSample | undefined, sample: StatsSample): ContainerUsage | undefined {
  const memory = memoryOf(sample);
  if (memory === undefined) return undefined;
  const limit = sample.memory_stats?.limit ?? 0;
  const processes = sample.pids_stats?.current ?? 0;
  const found: { -readonly [K in keyof ContainerUsage]: ContainerUsage[K] } = { memory };
  if (limit > 0) found.memoryLimit = limit;
  if (processes > 0) found.processes = processes;
  if (previous === undefined) return found;
  const seconds = secondsBetween(previous, sample);
  const cpu = isWindows(sample) ? windowsCpu(previous, sample, seconds) : unixCpu(previous, sample);
  if (cpu !== undefined) found.cpu = cpu;
  if (seconds <= 0) return found;
  const before = transferredOf(previous);
  const after = transferredOf(sample);
  // A counter that is less than before has begun anew: the container was started again.
  const rate = (name: keyof typeof after) => Math.max(0, after[name] - before[name]) / seconds;
  return {
    ...found,
    received: rate('received'),
    sent: rate('sent'),
    read: rate('read'),
    written: rate('written'),
  };
}

/** Only Windows counts a container's processors, and there alone the kernel's own time is not told. */
function isWindows({ num_procs: processors, cpu_stats: cpu }: StatsSample): boolean {
  return (processors ?? 0) > 0 && !cpu?.system_cpu_usage;
}

/**
 * The kernel counts file cache among what a container uses. The part that was not used of late is subtracted: it is
 * called `total_inactive_file` by the first version of control groups, `inactive_file` by the second.
 */
function memoryOf(sample: StatsSample): number | undefined {
  const { usage, stats, privateworkingset: windows } = sample.memory_stats ?? {};
  if (isWindows(sample)) return windows;
  if (usage === undefined || usage === 0) return undefined;
  const cache = stats?.total_inactive_file ?? stats?.inactive_file ?? 0;
  return cache < usage ? usage - cache : usage;
}

function unixCpu(previous: StatsSample, sample: StatsSample): number | undefined {
  const before = previous.cpu_stats;
  const after = sample.cpu_stats;
  const used = (after?.cpu_usage?.total_usage ?? 0) - (before?.cpu_usage?.total_usage ?? 0);
  const passed = (after?.system_cpu_usage ?? 0) - (before?.system_cpu_usage ?? 0);
  if (!before?.system_cpu_usage || passed <= 0) return undefined;
  const processors = after?.online_cpus || after?.cpu_usage?.percpu_usage?.length || 1;
  return (Math.max(0, used) / passed) * processors * 100;
}

/** Windows counts in units of 100 ns, of which each processor has ten million a second. */
function windowsCpu(previous: StatsSample, sample: StatsSample, seconds: number): number | undefined {
  const before = previous.cpu_stats?.cpu_usage?.total_usage ?? 0;
  const used = (sample.cpu_stats?.cpu_usage?.total_usage ?? 0) - before;
  return seconds > 0 ? (Math.max(0, used) / (seconds * 1e7)) * 100 : undefined;
}

function secondsBetween(previous: StatsSample, sample: StatsSample): number {
  const seconds = (Date.parse(sample.read ?? '') - Date.parse(previous.read ?? '')) / 1000;
  return Number.isFinite(seconds) ? seconds : 0;
}

function transferredOf(sample: StatsSample) {
  const networks = Object.values(sample.networks ?? {});
  const blocks = sample.blkio_stats?.io_service_bytes_recursive ?? [];
  const { storage_stats: storage } = sample;
  // `Read` by the first version of control groups, `read` by the second.
  const done = (letter: 'r' | 'w') =>
    blocks.reduce((sum, { op, value }) => sum + (op?.[0]?.toLowerCase() === letter ? (value ?? 0) : 0), 0);
  return {
    received: networks.reduce((sum, { rx_bytes: bytes }) => sum + (bytes ?? 0), 0),
    sent: networks.reduce((sum, { tx_bytes: bytes }) => sum + (bytes ?? 0), 0),
    read: done('r') + (storage?.read_size_bytes ?? 0),
    written: done('w') + (storage?.write_size_bytes ?? 0),
  };
}
