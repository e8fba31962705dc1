import { t } from '@vscode/l10n';
import type { Engine } from '../engine/engine.ts';
import type { BuildCacheRecord } from '../engine/usage/buildCache.ts';
import { diskUsage, type Usage } from '../engine/usage/diskUsage.ts';
import { dateWords } from '../words/date.ts';
import { sizeWords } from '../words/size.ts';
import { tooltip } from './markdown.ts';
import type { Row } from './view.ts';

/** How an engine's disk is used, by kind; the engine measures when the row is opened. */
export function diskUsageRow(engine: Engine): Row {
  return {
    key: 'disk-usage',
    label: t('Disk usage'),
    description: t('measured when opened'),
    icon: { id: 'dashboard' },
    load: () => diskUsageRows(engine),
  };
}

async function diskUsageRows(engine: Engine): Promise<readonly Row[]> {
  const { images, containers, volumes, buildCache } = await diskUsage(engine);
  const hasCache = engine.inventory.facts?.capabilities.buildCache ?? true;
  return [
    usageRow('images', t('Images'), images, 'package'),
    usageRow('containers', t('Containers'), containers, 'vm'),
    usageRow('volumes', t('Volumes'), volumes, 'database'),
    ...(hasCache
      ? [
          {
            ...usageRow('buildCache', t('Build cache'), buildCache, 'layers'),
            children: () => [...buildCache.records].sort(byUse).map(recordRow),
          },
        ]
      : []),
  ];
}

function usageRow(key: string, label: string, usage: Usage, icon: string): Row {
  const { count, active, bytes, reclaimable } = usage;
  const description = [
    sizeWords(bytes),
    ...(reclaimable > 0 ? [t('{0} to win', sizeWords(reclaimable))] : []),
    t('{0} of {1} in use', active, count),
  ].join(' · ');
  return {
    key: `disk-usage:${key}`,
    label,
    description,
    icon: { id: icon },
    accessibilityLabel: `${label}, ${description}`,
  };
}

/** What was used last comes first. */
function byUse(a: BuildCacheRecord, b: BuildCacheRecord): number {
  return (b.lastUsedAt ?? b.createdAt) - (a.lastUsedAt ?? a.createdAt) || (a.id < b.id ? -1 : 1);
}

function recordRow(entry: BuildCacheRecord): Row {
  const { id, type, description, bytes, inUse, shared, uses, createdAt, lastUsedAt } = entry;
  const label = description || id;
  const facts = [
    sizeWords(bytes),
    ...(shared ? [t('shared with an image')] : []),
    ...(inUse ? [t('in use')] : []),
  ].join(' · ');
  return {
    key: `buildCache:${id}`,
    label,
    description: facts,
    icon: { id: type === 'exec.cachemount' ? 'archive' : 'layers' },
    tooltip: () =>
      tooltip(label, [
        [t('Type'), type],
        [t('Created'), dateWords(createdAt)],
        [t('Last used'), lastUsedAt === undefined ? undefined : dateWords(lastUsedAt)],
        [t('Used'), t('{0} times', uses)],
        [t('Id'), id],
      ]),
    accessibilityLabel: `${label}, ${facts}`,
    object: { kind: 'buildCache', id, entry },
  };
}
