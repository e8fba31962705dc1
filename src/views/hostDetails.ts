import { t } from '@vscode/l10n';
import type { OpenHost } from '../hosts/host.ts';
import { connectionWords } from './hostRow.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Row } from './view.ts';

/** What is below an open host's row: why it is away, or what the engine is. */
export function hostDetails(host: OpenHost): readonly Row[] {
  const { inventory } = host.engine;
  const away = connectionWords(host);
  return [
    ...(away === undefined ? [] : [factRow('state', t('State'), away, 'info')]),
    factRow('address', t('Address'), host.address, 'plug'),
    ...swarmRow(inventory.swarm),
  ];
}

function swarmRow({ status, manager }: OpenHost['engine']['inventory']['swarm']): readonly Row[] {
  const words = {
    inactive: undefined,
    pending: t('joining'),
    locked: t('locked'),
    error: t('does not work'),
    active: manager ? t('manager') : t('worker'),
  }[status];
  return words === undefined ? [] : [factRow('swarm', t('Swarm'), words, 'type-hierarchy')];
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
