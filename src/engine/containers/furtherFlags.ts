import type { Further } from './creation.ts';

interface DeviceRequest {
  readonly Count?: number | undefined;
  readonly DeviceIDs?: readonly string[] | null | undefined;
}

/** dockerode's types lack some, and have `any` for others. */
type FurtherHost = Omit<
  Further['hostConfig'],
  'Devices' | 'DeviceRequests' | 'Links' | 'VolumesFrom' | 'SecurityOpt'
> & {
  readonly DeviceRequests?: readonly DeviceRequest[] | null | undefined;
  readonly Links?: readonly string[] | null;
  readonly VolumesFrom?: readonly string[] | null;
  readonly SecurityOpt?: readonly string[] | null;
  readonly Devices?:
    | readonly {
        readonly PathOnHost?: string;
        readonly PathInContainer?: string;
        readonly CgroupPermissions?: string;
      }[]
    | null;
};

/** The flags of `docker run` for what a container has beyond the form's fields; what no flag is known for is left out. */
export function furtherFlags(further: Further | undefined): readonly string[] {
  if (further === undefined) return [];
  const { config } = further;
  const host: FurtherHost = further.hostConfig;
  const health = config.Healthcheck;
  return [
    ...text('--domainname', config.Domainname),
    ...text('--mac-address', config.MacAddress),
    ...text('--stop-signal', config.StopSignal),
    ...text('--stop-timeout', config.StopTimeout),
    ...texts('--expose', Object.keys(config.ExposedPorts ?? {})),
    ...(health?.Test?.[0] === 'NONE' ? ['--no-healthcheck'] : []),
    ...(health?.Test?.[0] === 'CMD-SHELL' ? text('--health-cmd', health.Test[1]) : []),
    ...text('--health-interval', nanoseconds(health?.Interval)),
    ...text('--health-timeout', nanoseconds(health?.Timeout)),
    ...text('--health-start-period', nanoseconds(health?.StartPeriod)),
    ...text('--health-retries', health?.Retries || undefined),
    ...text('--log-driver', host.LogConfig?.Type),
    ...texts('--log-opt', pairs(host.LogConfig?.Config)),
    ...texts('--dns', host.Dns),
    ...texts('--dns-option', host.DnsOptions),
    ...texts('--dns-search', host.DnsSearch),
    ...texts('--link', host.Links),
    ...texts('--volumes-from', host.VolumesFrom),
    ...texts('--group-add', host.GroupAdd),
    ...texts('--security-opt', host.SecurityOpt),
    ...texts('--sysctl', pairs(host.Sysctls)),
    ...texts(
      '--ulimit',
      host.Ulimits?.map(({ Name, Soft, Hard }) => `${Name}=${Soft}:${Hard}`),
    ),
    ...texts(
      '--device',
      host.Devices?.map(({ PathOnHost, PathInContainer, CgroupPermissions }) =>
        [PathOnHost, PathInContainer, CgroupPermissions].filter(Boolean).join(':'),
      ),
    ),
    ...texts('--gpus', host.DeviceRequests?.map(gpusOf)),
    ...(host.PublishAllPorts ? ['-P'] : []),
    ...(host.OomKillDisable ? ['--oom-kill-disable'] : []),
    ...text('--oom-score-adj', host.OomScoreAdj || undefined),
    ...text('--runtime', host.Runtime),
    ...text('--isolation', host.Isolation),
    ...text('--cgroup-parent', host.CgroupParent),
    ...text('--ipc', host.IpcMode),
    ...text('--pid', host.PidMode),
    ...text('--uts', host.UTSMode),
    ...text('--userns', host.UsernsMode),
    ...text('--shm-size', host.ShmSize || undefined),
    ...text('--memory-reservation', host.MemoryReservation || undefined),
    ...text('--memory-swap', host.MemorySwap || undefined),
    ...text('--cpu-shares', host.CpuShares || undefined),
    ...text('--cpu-period', host.CpuPeriod || undefined),
    ...text('--cpu-quota', host.CpuQuota || undefined),
    ...text('--cpuset-cpus', host.CpusetCpus),
    ...text('--cpuset-mems', host.CpusetMems),
    ...text('--blkio-weight', host.BlkioWeight || undefined),
  ];
}

function gpusOf({ Count: count = 0, DeviceIDs: ids }: DeviceRequest): string {
  if (ids && ids.length > 0) return `"device=${ids.join(',')}"`;
  return count < 0 ? 'all' : String(count);
}

function nanoseconds(value: number | undefined): string | undefined {
  return value ? `${value / 1e6}ms` : undefined;
}

function pairs(entries: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  return entries && Object.entries(entries).map(([key, value]) => `${key}=${value}`);
}

function text(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [name, String(value)];
}

function texts(name: string, values: readonly string[] | null | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => [name, value]);
}
