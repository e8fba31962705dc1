import { t } from '@vscode/l10n';
import type { HostSelection, HostState } from '../commands/selection.ts';
import type { Host, OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';
import type { Settings } from '../settings.ts';
import { tooltip } from './markdown.ts';
import type { EngineView, Icon, Row, ViewOptions } from './view.ts';

/** A host's key in any view. */
export function hostKey({ id }: Pick<Host, 'id'>): string {
  return `host:${id}`;
}

/** A host as rows stand for it, with all that menus ask of it. */
export function hostSelection(host: Host, hosts: Hosts, settings: Settings): HostSelection {
  const open = hosts.open.find(({ id }) => id === host.id);
  const active = host.id === hosts.active.id;
  const context = host.source === 'context';
  const current = host.id === hosts.cli.id;
  const states: (HostState | false)[] = [
    open?.engine.inventory.state.status ?? 'closed',
    host.source,
    active ? 'active' : 'other',
    open !== undefined && !active && 'beside',
    host.stored === true && 'stored',
    current ? 'default' : context && 'secondary',
    isProduction(host, settings) ? 'production' : 'unmarked',
  ];
  return { kind: 'host', id: host.id, host, states: states.filter((state) => state !== false) };
}

/** Whether the person has marked it as being in production. */
export function isProduction({ name }: Pick<Host, 'name'>, settings: Settings): boolean {
  return settings['gantry.hosts.production'].includes(name);
}

/** The row above a host's own rows in a view, where several hosts are open. */
export function hostRootRow(host: OpenHost, hosts: Hosts, view: EngineView, options: ViewOptions): Row {
  const { engine, name, address } = host;
  const object = hostSelection(host, hosts, options.settings);
  const words = connectionWords(host);
  const summary = words ?? view.summary?.(engine, options);
  return {
    key: hostKey(host),
    label: name,
    ...(summary === undefined ? {} : { description: summary }),
    icon: hostIcon(object),
    tooltip: tooltip(name, [
      [t('Address'), address],
      [t('State'), words],
    ]),
    accessibilityLabel: [t('Host {0}', name), summary].filter((part) => part !== undefined).join(', '),
    object,
    children: () => view.rows(engine, options),
    expanded: true,
  };
}

/** What keeps its rows from being true now; undefined while it is connected. */
export function connectionWords({ progress, engine: { inventory } }: OpenHost): string | undefined {
  const { state } = inventory;
  switch (state.status) {
    case 'connected':
      return undefined;
    case 'connecting':
      return progress ?? t('Connecting…');
    case 'unreachable':
      return t('No answer: {0}', state.error.message);
  }
}

/** A host's icon: production stands out, and so does one that does not answer. */
export function hostIcon({ states }: HostSelection): Icon {
  if (states.includes('unreachable')) return { id: 'debug-disconnect', color: 'list.warningForeground' };
  if (states.includes('connecting')) return { id: 'loading~spin' };
  if (states.includes('closed'))
    return states.includes('production') ? { id: 'server', color: 'charts.red' } : { id: 'server' };
  if (states.includes('production')) return { id: 'server-environment', color: 'charts.red' };
  return { id: 'server-environment', color: 'testing.iconPassed' };
}
