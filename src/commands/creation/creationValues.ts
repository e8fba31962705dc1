import { byteCount, readByteCount } from '../../engine/containers/byteCount.ts';
import type {
  Creation,
  CreationMount,
  CreationNetwork,
  PublishedPort,
} from '../../engine/containers/creation.ts';
import { hostSideOf, readPorts } from '../../engine/containers/portRange.ts';
import { quoteWords, splitWords } from '../../engine/shellWords.ts';
import type { Values } from '../form.ts';
import type { CreationFields } from './creationFields.ts';

export type CreationValues = Values<CreationFields>;

/** What the page holds that describes this container. */
export function valuesOf(creation: Creation): Partial<CreationValues> {
  const { restart, memory } = creation;
  return {
    image: creation.image,
    name: creation.name ?? '',
    command: quoteWords(creation.command ?? []),
    entrypoint: creation.entrypoint === undefined ? '' : quoteWords(noWords(creation.entrypoint)),
    autoRemove: creation.autoRemove ?? false,
    tty: creation.tty ?? false,
    stdin: creation.stdin ?? false,
    env: pairsOf(creation.env).filter(({ value }) => !isManyLines(value)),
    ports: (creation.ports ?? []).map((port) => ({
      host: hostSideOf(port),
      container: String(port.containerPort),
      protocol: port.protocol,
    })),
    mounts: (creation.mounts ?? []).map(({ type, source = '', target, readOnly = false, options = '' }) => ({
      type,
      source,
      target,
      readOnly,
      options,
    })),
    networks: (creation.networks ?? []).map(({ name, aliases = [], ipv4 = '', ipv6 = '' }) => ({
      name,
      aliases: aliases.join(' '),
      ipv4,
      ipv6,
    })),
    hostname: creation.hostname ?? '',
    extraHosts: (creation.extraHosts ?? []).map((text) => {
      const at = text.search(/[:=]/);
      return { name: text.slice(0, at), address: text.slice(at + 1) };
    }),
    restart: restart?.name ?? 'no',
    retries: restart?.retries,
    cpus: creation.cpus,
    memory: memory === undefined ? '' : byteCount(memory),
    pids: creation.pids,
    user: creation.user ?? '',
    workdir: creation.workdir ?? '',
    platform: creation.platform ?? '',
    labels: pairsOf(creation.labels).filter(({ value }) => !isManyLines(value)),
    init: creation.init ?? false,
    readOnly: creation.readOnly ?? false,
    privileged: creation.privileged ?? false,
    capAdd: (creation.capAdd ?? []).join(' '),
    capDrop: (creation.capDrop ?? []).join(' '),
  };
}

/** The container that the page describes; `base` has what it has no fields for. Wrong ports are left out. */
export function creationFrom(values: CreationValues, base: Partial<Creation> = {}): Creation {
  const fields: { readonly [K in keyof Creation]: Creation[K] | undefined } = {
    image: values.image.trim(),
    name: text(values.name),
    command: words(values.command),
    entrypoint: values.entrypoint.trim() === '' ? undefined : someWords(words(values.entrypoint)),
    env: record(values.env, base.env),
    ports: filled(values.ports.flatMap(portsOf)),
    mounts: filled(values.mounts.map(mountOf)),
    networks: filled(values.networks.map(networkOf)),
    cpus: values.cpus,
    memory: readByteCount(values.memory),
    pids: values.pids,
    restart:
      values.restart === 'no'
        ? undefined
        : { name: values.restart, ...(values.retries === undefined ? {} : { retries: values.retries }) },
    platform: text(values.platform),
    labels: record(values.labels, base.labels),
    user: text(values.user),
    workdir: text(values.workdir),
    hostname: text(values.hostname),
    autoRemove: values.autoRemove || undefined,
    tty: values.tty || undefined,
    stdin: values.stdin || undefined,
    stdinOnce: (values.stdin && base.stdinOnce) || undefined,
    privileged: values.privileged || undefined,
    capAdd: filled(split(values.capAdd)),
    capDrop: filled(split(values.capDrop)),
    // An engine may have one by default, which is then taken away again.
    init: values.init || (base.init === false ? false : undefined),
    readOnly: values.readOnly || undefined,
    extraHosts: filled(values.extraHosts.map(({ name, address }) => `${name.trim()}:${address.trim()}`)),
    further: base.further,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Creation;
}

/** The ports of one row; none where it is wrong. */
export function portsOf({
  host,
  container,
  protocol,
}: CreationValues['ports'][number]): readonly PublishedPort[] {
  const read = readPorts(host, container, protocol);
  return 'why' in read ? [] : read;
}

function mountOf({
  type,
  source,
  target,
  readOnly,
  options,
}: CreationValues['mounts'][number]): CreationMount {
  return {
    type,
    ...(source.trim() === '' || type === 'tmpfs' ? {} : { source: source.trim() }),
    target: target.trim(),
    ...(readOnly ? { readOnly } : {}),
    ...(options.trim() === '' ? {} : { options: options.trim() }),
  };
}

function networkOf({ name, aliases, ipv4, ipv6 }: CreationValues['networks'][number]): CreationNetwork {
  const names = split(aliases);
  return {
    name: name.trim(),
    ...(names.length === 0 ? {} : { aliases: names }),
    ...(ipv4.trim() === '' ? {} : { ipv4: ipv4.trim() }),
    ...(ipv6.trim() === '' ? {} : { ipv6: ipv6.trim() }),
  };
}

function pairsOf(entries: Readonly<Record<string, string>> = {}) {
  return Object.entries(entries).map(([name, value]) => ({ name, value }));
}

/** A field has one line. What has several stays as it was, unless it is written anew. */
function record(
  rows: readonly { readonly name: string; readonly value: string }[],
  base: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | undefined {
  const kept = Object.entries(base).filter(([, value]) => isManyLines(value));
  const entries = [...kept, ...rows.map(({ name, value }) => [name.trim(), value] as const)];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isManyLines(value: string): boolean {
  return /[\r\n]/.test(value);
}

function words(line: string): readonly string[] | undefined {
  return filled(splitWords(line).words ?? []);
}

/** No entrypoint at all is written as an empty word. */
function someWords(entrypoint: readonly string[] | undefined): readonly string[] | undefined {
  return entrypoint?.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}

function noWords(entrypoint: readonly string[]): readonly string[] {
  return entrypoint.length === 0 ? [''] : entrypoint;
}

function split(line: string): readonly string[] {
  return line.split(/[\s,]+/).filter((word) => word !== '');
}

function text(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
