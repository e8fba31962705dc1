import { t } from '@vscode/l10n';
import type { EngineFacts } from '../engine/facts.ts';
import type { SwarmState } from '../engine/inventory.ts';
import type { OpenHost } from '../hosts/host.ts';
import { sizeWords } from '../words/size.ts';
import { diskUsageRow } from './diskUsage.ts';
import { connectionWords } from './hostRow.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Row } from './view.ts';

/** What is below an open host's row: why it is away, where it is, and what its engine is. */
export function hostDetails(host: OpenHost): readonly Row[] {
  const { facts, swarm } = host.engine.inventory;
  const away = connectionWords(host);
  const [role] = swarmWords(swarm);
  return [
    ...(away === undefined ? [] : [factRow('state', t('State'), away, 'info')]),
    factRow('address', t('Address'), host.address, 'plug'),
    ...(facts === undefined ? [] : factRows(facts)),
    ...(role === undefined ? [] : [factRow('swarm', t('Swarm'), role, 'type-hierarchy')]),
    ...(away === undefined ? [diskUsageRow(host.engine)] : []),
  ];
}

/** What a person calls the engine's program. */
export function productName({ product }: Pick<EngineFacts, 'product'>): string {
  return { docker: 'Docker', podman: 'Podman' }[product];
}

/** What the engine is in a swarm; nothing where it is in none. */
export function swarmWords({ status, manager }: SwarmState): readonly string[] {
  switch (status) {
    case 'inactive':
      return [];
    case 'active':
      return [manager ? t('swarm manager') : t('swarm worker')];
    case 'pending':
      return [t('joining a swarm')];
    case 'locked':
      return [t('swarm locked')];
    case 'error':
      return [t('swarm does not work')];
  }
}

function factRows(facts: EngineFacts): readonly Row[] {
  const { version, apiVersion, os, architecture, name, cpus, memory } = facts;
  return [
    factRow('engine', t('Engine'), t('{0} {1}, API {2}', productName(facts), version, apiVersion), 'package'),
    factRow('name', t('Name'), name, 'vm'),
    factRow('os', t('System'), [os, architecture].filter((part) => part !== '').join(', '), 'server'),
    factRow('resources', t('Resources'), t('{0} CPUs, {1} of memory', cpus, sizeWords(memory)), 'dashboard'),
  ].filter(({ description }) => description !== '');
}

function factRow(key: string, label: string, description: string, icon: string): Row {
  return {
    key,
    label,
    description,
    icon: { id: icon },
    tooltip: escapeMarkdown(description),
    accessibilityLabel: `${label}: ${description}`,
  };
}
