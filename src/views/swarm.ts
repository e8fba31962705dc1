import { t } from '@vscode/l10n';
import type { Inventory, SwarmState } from '../engine/inventory.ts';
import type { Node } from '../engine/kinds/node.ts';
import { sizeWords } from '../words/size.ts';
import { escapeMarkdown, tooltip } from './markdown.ts';
import { byName } from './order.ts';
import type { EngineView, Icon, Row } from './view.ts';

/** The swarm's nodes, managers first; on a worker, which can't list them, a row that says so. */
export const swarmView: EngineView = {
  on: 'engine',
  id: 'gantry.swarm',
  title: 'Swarm',
  collapsed: true,
  watches: ['node'],
  rows({ inventory }) {
    const { swarm } = inventory;
    if (swarm.status === 'inactive') return [];
    if (swarm.status === 'active' && swarm.manager) return [...nodesOf(inventory)].sort(byRank).map(nodeRow);
    return [noticeRow(swarm)];
  },
  summary({ inventory }) {
    const nodes = nodesOf(inventory);
    return nodes.length === 0 ? undefined : nodes.length === 1 ? t('1 node') : t('{0} nodes', nodes.length);
  },
};

function nodesOf(inventory: Inventory): readonly Node[] {
  const { status, manager } = inventory.swarm;
  return status === 'active' && manager ? inventory.list('node') : [];
}

function byRank(a: Node, b: Node): number {
  const rank = ({ role }: Node) => (role === 'manager' ? 0 : 1);
  return rank(a) - rank(b) || byName(a.hostname, b.hostname) || byName(a.id, b.id);
}

function nodeRow(node: Node): Row {
  const { id, hostname, role, leader, availability, state, address } = node;
  const parts = [leader ? t('leader') : roleWord(role), availability, stateWords(node), address];
  const words = parts.filter((part) => part !== '');
  return {
    key: `node:${id}`,
    label: hostname,
    description: words.join(' · '),
    icon: nodeIcon(node),
    tooltip: tooltipOf(node),
    accessibilityLabel: `${hostname}, ${[leader ? t('manager, leader') : roleWord(role), availability, state, address].join(', ')}`,
    object: node,
  };
}

function roleWord(role: Node['role']): string {
  return role === 'manager' ? t('manager') : t('worker');
}

function stateWords({ state, reachability }: Node): string {
  return reachability === 'unreachable' ? t('{0}, unreachable', state) : state;
}

function nodeIcon({ state, availability, reachability, leader }: Node): Icon {
  if (state === 'down') return { id: 'error', color: 'list.errorForeground' };
  if (state !== 'ready' || reachability === 'unreachable') {
    return { id: 'warning', color: 'list.warningForeground' };
  }
  if (availability === 'drain') return { id: 'circle-slash', color: 'testing.iconQueued' };
  if (availability === 'pause') return { id: 'debug-pause', color: 'testing.iconQueued' };
  return { id: leader ? 'star-full' : 'server', color: 'testing.iconPassed' };
}

function tooltipOf(node: Node): string {
  const labels = Object.entries(node.labels).map(([name, value]) => `${name}=${value}`);
  return tooltip(node.hostname, [
    [t('Role'), node.leader ? t('manager, leader') : roleWord(node.role)],
    [t('Reachability'), node.reachability],
    [t('Availability'), node.availability],
    [t('State'), node.message === undefined ? node.state : `${node.state} (${node.message})`],
    [t('Address'), node.address],
    [t('Engine'), node.engineVersion],
    [t('Platform'), [node.os, node.architecture].filter((part) => part !== '').join('/')],
    [t('Resources'), t('CPUs: {0}, memory: {1}', node.cpus, sizeWords(node.memory))],
    [t('Labels'), labels.join(', ')],
    [t('Id'), node.id],
  ]);
}

/** Why the nodes of a swarm that this engine belongs to can't be shown. */
function noticeRow({ status, error }: SwarmState): Row {
  const notice = notices[status === 'inactive' ? 'active' : status]();
  const reason = error === undefined ? notice.reason : `${notice.reason} ${error}`;
  return {
    key: 'notice',
    label: notice.label,
    description: notice.hint,
    icon: notice.icon,
    tooltip: escapeMarkdown(reason),
    accessibilityLabel: `${notice.label}, ${notice.hint}`,
  };
}

const notices: {
  readonly [S in Exclude<SwarmState['status'], 'inactive'>]: () => {
    readonly label: string;
    readonly hint: string;
    readonly reason: string;
    readonly icon: Icon;
  };
} = {
  active: () => ({
    label: t('This engine is a worker'),
    hint: t('only managers list nodes'),
    reason: t(
      'This engine is a worker of a swarm. Only its managers list the nodes: connect to one of them.',
    ),
    icon: { id: 'info' },
  }),
  pending: () => ({
    label: t('Joining a swarm'),
    hint: t('waiting for its managers'),
    reason: t('This engine has asked to join a swarm, and no manager has answered yet.'),
    icon: { id: 'clock' },
  }),
  locked: () => ({
    label: t('The swarm is locked'),
    hint: 'docker swarm unlock',
    reason: t(
      'The engine was restarted and its swarm is locked. Unlock it with its key: docker swarm unlock.',
    ),
    icon: { id: 'lock', color: 'list.warningForeground' },
  }),
  error: () => ({
    label: t('The swarm does not work'),
    hint: t('see the engine’s log'),
    reason: t('The engine belongs to a swarm that it can’t take part in.'),
    icon: { id: 'error', color: 'list.errorForeground' },
  }),
};
