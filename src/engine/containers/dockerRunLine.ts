import { quoteWords } from '../shellWords.ts';
import { byteCount } from './byteCount.ts';
import type { Creation, CreationMount, CreationNetwork, PublishedPort } from './creation.ts';
import { furtherFlags } from './furtherFlags.ts';
import { hostSideOf } from './portRange.ts';

export interface RunLine {
  /** `docker run`, unless it is only created. */
  readonly start?: boolean;
  /** In the background, unless somebody is attached to it. */
  readonly detach?: boolean;
  /** Files of variables, beside those that the creation has. */
  readonly envFiles?: readonly string[];
}

/** The command line that makes the same container, for a POSIX shell: `docker run -d …`, or `docker create …`. */
export function dockerRunLine(creation: Creation, line: RunLine = {}): string {
  const { start = true, detach = true, envFiles = [] } = line;
  const verb = start ? ['run', ...(detach ? ['-d'] : [])] : ['create'];
  return quoteWords(['docker', ...verb, ...flagsOf(creation, envFiles)]);
}

function flagsOf(creation: Creation, envFiles: readonly string[]): readonly string[] {
  const [program, ...rest] = creation.entrypoint ?? [];
  return [
    ...flag('--name', creation.name),
    ...flag('--hostname', creation.hostname),
    ...flag('--platform', creation.platform),
    ...(creation.autoRemove ? ['--rm'] : []),
    ...inputFlags(creation),
    ...(creation.restart === undefined ? [] : ['--restart', restartOf(creation.restart)]),
    ...flags('-p', creation.ports?.map(portOf)),
    ...flags('--env-file', envFiles),
    ...flags('-e', entriesOf(creation.env)),
    ...(creation.mounts ?? []).flatMap(mountFlags),
    ...(creation.networks ?? []).flatMap((network, _, all) => networkFlags(network, all.length)),
    ...flag('--cpus', creation.cpus),
    ...flag('--memory', creation.memory === undefined ? undefined : byteCount(creation.memory)),
    ...flag('--pids-limit', creation.pids),
    ...flag('--user', creation.user),
    ...flag('--workdir', creation.workdir),
    ...flags('--label', entriesOf(creation.labels)),
    ...flags('--add-host', creation.extraHosts),
    ...(creation.privileged ? ['--privileged'] : []),
    ...flags('--cap-add', creation.capAdd),
    ...flags('--cap-drop', creation.capDrop),
    ...(creation.init === undefined ? [] : [creation.init ? '--init' : '--init=false']),
    ...(creation.readOnly ? ['--read-only'] : []),
    ...furtherFlags(creation.further),
    // The flag takes one word; the entrypoint's others go in front of the command, which is the same to the engine.
    ...(creation.entrypoint === undefined ? [] : ['--entrypoint', program ?? '']),
    creation.image,
    ...rest,
    ...(creation.command ?? []),
  ];
}

function inputFlags({ stdin, tty }: Creation): readonly string[] {
  if (stdin && tty) return ['-it'];
  return [...(stdin ? ['-i'] : []), ...(tty ? ['-t'] : [])];
}

function portOf(port: PublishedPort): string {
  const { containerPort, protocol, hostPort, hostIp } = port;
  const inside = protocol === 'tcp' ? String(containerPort) : `${containerPort}/${protocol}`;
  if (hostIp === undefined && hostPort === undefined) return inside;
  return `${hostSideOf(port)}${hostPort === undefined ? ':' : ''}:${inside}`;
}

function mountFlags({ type, source, target, readOnly, options }: CreationMount): readonly string[] {
  const words = [...(readOnly ? ['ro'] : []), ...(options ? [options] : [])].join(',');
  const behind = words === '' ? '' : `:${words}`;
  if (type === 'tmpfs') return ['--tmpfs', `${target}${behind}`];
  return ['-v', source === undefined ? target : `${source}:${target}${behind}`];
}

/** Since version 25 the CLI takes several networks, each with its own settings in one word. */
function networkFlags({ name, aliases = [], ipv4, ipv6 }: CreationNetwork, count: number): readonly string[] {
  if (count === 1) {
    return [
      '--network',
      name,
      ...flags('--network-alias', aliases),
      ...flag('--ip', ipv4),
      ...flag('--ip6', ipv6),
    ];
  }
  const settings = [
    ...aliases.map((alias) => `alias=${alias}`),
    ...(ipv4 === undefined ? [] : [`ip=${ipv4}`]),
    ...(ipv6 === undefined ? [] : [`ip6=${ipv6}`]),
  ];
  return ['--network', settings.length === 0 ? name : [`name=${name}`, ...settings].join(',')];
}

function restartOf({ name, retries = 0 }: NonNullable<Creation['restart']>): string {
  return name === 'on-failure' && retries > 0 ? `${name}:${retries}` : name;
}

function entriesOf(entries: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  return entries && Object.entries(entries).map(([key, value]) => `${key}=${value}`);
}

function flag(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [name, String(value)];
}

function flags(name: string, values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => [name, value]);
}
