import { t } from '@vscode/l10n';
import { isNetworkMode } from '../../engine/containers/creation.ts';
import { type PortProblem, readPorts } from '../../engine/containers/portRange.ts';
import type { Inventory } from '../../engine/inventory.ts';
import type { Container } from '../../engine/kinds/container.ts';
import type { FormProblem } from '../form.ts';
import type { CreationFields } from './creationFields.ts';
import { type CreationValues, portsOf } from './creationValues.ts';

type Problem = FormProblem<CreationFields>;

/**
 * What is wrong with the description of a container, beyond its single fields, as far as the engine's objects are known.
 * `instead`: the id of the container whose place it takes, whose name and ports are free then.
 */
export function creationProblems(
  values: CreationValues,
  { inventory, instead }: { readonly inventory: Inventory; readonly instead?: string | undefined },
): readonly Problem[] {
  const others = inventory.list('container').filter(({ id }) => id !== instead);
  return [
    ...nameProblems(
      values,
      others.map(({ name }) => name),
    ),
    ...values.ports.flatMap((port, row) => portProblems(port, row)),
    ...takenPorts(values, others),
    ...values.mounts.flatMap((mount, row) => mountProblems(mount, row)),
    ...networkProblems(values, inventory),
    ...duplicates(values),
    ...togetherProblems(values),
  ];
}

function nameProblems({ name }: CreationValues, taken: readonly string[]): readonly Problem[] {
  return taken.includes(name.trim())
    ? [{ field: 'name', message: t('Another container has this name.') }]
    : [];
}

function portProblems(port: CreationValues['ports'][number], row: number): readonly Problem[] {
  const read = readPorts(port.host, port.container, port.protocol);
  if (!('why' in read) || port.container.trim() === '') return [];
  return [{ field: 'ports', row, column: read.side, message: portWords(read) }];
}

function portWords({ why }: PortProblem): string {
  switch (why) {
    case 'not-a-port':
      return t('A port is a number from 1 to 65535, or two with “-” between.');
    case 'not-an-address':
      return t('Before the port stands an IP address, one of version 6 in brackets.');
    case 'backwards':
      return t('A range begins with its lesser port.');
    case 'lengths-differ':
      return t('This range needs as many ports as the one in the container.');
  }
}

function takenPorts({ ports }: CreationValues, others: readonly Container[]): readonly Problem[] {
  const owners = new Map<string, string>();
  for (const other of others) {
    for (const { publicPort, protocol } of other.ports) {
      if (publicPort !== undefined) owners.set(`${publicPort}/${protocol}`, other.name);
    }
  }
  return ports.flatMap((port, row): readonly Problem[] => {
    const [taken] = portsOf(port).flatMap(({ hostPort, hostPortEnd, protocol }) => {
      const owner = hostPortEnd === undefined ? owners.get(`${hostPort}/${protocol}`) : undefined;
      return owner === undefined ? [] : [{ hostPort: hostPort ?? 0, owner }];
    });
    if (taken === undefined) return [];
    const message = t(
      '{0} has port {1} already, so that this one will not start beside it.',
      taken.owner,
      taken.hostPort,
    );
    return [{ field: 'ports', row, column: 'host', message, severity: 'warning' }];
  });
}

function mountProblems(
  { type, source, target }: CreationValues['mounts'][number],
  row: number,
): readonly Problem[] {
  const from = source.trim();
  const isPath = /^(?:[/\\~.]|[a-z]:[/\\])/i.test(from);
  const found: Problem[] = [];
  if (target.trim() !== '' && !/^(?:\/|[a-z]:[/\\])/i.test(target.trim())) {
    found.push({
      field: 'mounts',
      row,
      column: 'target',
      message: t('A path in a container begins with “/”.'),
    });
  } else if (target.trim() === '/') {
    found.push({
      field: 'mounts',
      row,
      column: 'target',
      message: t('Nothing can take the place of the whole file system.'),
    });
  }
  if (type === 'bind' && !/^(?:\/|[a-z]:[/\\])/i.test(from)) {
    const message = t('A path on the engine’s machine is needed, from its root on.');
    found.push({ field: 'mounts', row, column: 'source', message });
  }
  if (type === 'volume' && isPath) {
    const message = t('This is a path: choose “{0}”.', t('Folder or file of the host'));
    found.push({ field: 'mounts', row, column: 'source', message });
  } else if (type === 'volume' && from !== '' && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(from)) {
    const message = t(
      'A volume’s name has two letters, digits, “_”, “.” or “-” at least, and begins with none of the last.',
    );
    found.push({ field: 'mounts', row, column: 'source', message });
  }
  return found;
}

function networkProblems({ networks }: CreationValues, inventory: Inventory): readonly Problem[] {
  const known = new Set(inventory.list('network').flatMap(({ name, id }) => [name, id]));
  return networks.flatMap(({ name, aliases, ipv4, ipv6 }, row): readonly Problem[] => {
    const own = name.trim();
    const settled = aliases.trim() !== '' || ipv4.trim() !== '' || ipv6.trim() !== '';
    if (isNetworkMode(own)) {
      if (networks.length > 1)
        return [{ field: 'networks', row, message: t('“{0}” goes with no other network.', own) }];
      if (settled)
        return [{ field: 'networks', row, message: t('“{0}” takes neither aliases nor addresses.', own) }];
      return [];
    }
    if (own === 'bridge' && settled) {
      return [
        { field: 'networks', row, message: t('The default network takes neither aliases nor addresses.') },
      ];
    }
    if (own === '' || known.has(own) || !inventory.loaded('network')) return [];
    return [{ field: 'networks', row, column: 'name', message: t('There is no network “{0}”.', own) }];
  });
}

function duplicates({ mounts, networks }: CreationValues): readonly Problem[] {
  const again = (names: readonly string[], index: number) => names.indexOf(names[index] ?? '') < index;
  const targets = mounts.map(({ target }) => target.trim().replace(/(.)\/+$/, '$1'));
  const joined = networks.map(({ name }) => name.trim());
  return [
    ...targets.flatMap((target, row): readonly Problem[] =>
      target !== '' && again(targets, row)
        ? [{ field: 'mounts', row, column: 'target', message: t('Something else is mounted there already.') }]
        : [],
    ),
    ...joined.flatMap((name, row): readonly Problem[] =>
      name !== '' && again(joined, row)
        ? [{ field: 'networks', row, column: 'name', message: t('It is in this network already.') }]
        : [],
    ),
  ];
}

function togetherProblems({ autoRemove, restart }: CreationValues): readonly Problem[] {
  if (!autoRemove || restart === 'no') return [];
  return [{ field: 'restart', message: t('What is removed when it ends can’t be started again.') }];
}
