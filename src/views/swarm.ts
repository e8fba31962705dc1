import type { Inventory, SwarmState } from '../engine/inventory.ts';
import type { Node } from '../engine/kinds/node.ts';
import { counted } from '../words/counted.ts';
import { sizeWords } from '../words/size.ts';
import { escapeMarkdown, tooltip } from './markdown.ts';
import { byName } from './order.ts';
import type { EngineView, Icon, Row } from './view.ts';

/** The swarm's nodes, managers first; on a worker, which can't list them, a row that says so. */
export const swarmView: EngineView = {
  on: 'engine',
  id: 'gantry.swarm',
  title: 'Swarm',
  watches: ['node'],
  rows({ inventory }) {
    const { swarm } = inventory;
    if (swarm.status === 'inactive') return [];
    if (swarm.status === 'active' && swarm.manager) return [...nodesOf(inventory)].sort(byRank).map(nodeRow);
    return [noticeRow(swarm)];
  },
  summary({ inventory }) {
    const nodes = nodesOf(inventory);
    return nodes.length === 0 ? undefined : counted(nodes.length, 'node');
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
  const parts = [leader ? 'leader' : role, availability, stateWords(node), address];
  const words = parts.filter((part) => part !== '');
  return {
    key: `node:${id}`,
    label: hostname,
    description: words.join(' · '),
    icon: nodeIcon(node),
    tooltip: tooltipOf(node),
    accessibilityLabel: `${hostname}, ${[leader ? 'manager, leader' : role, availability, state, address].join(', ')}`,
    object: node,
  };
}

function stateWords({ state, reachability }: Node): string {
  return reachability === 'unreachable' ? `${state}, unreachable` : state;
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
    ['Role', node.leader ? 'manager, leader' : node.role],
    ['Reachability', node.reachability],
    ['Availability', node.availability],
    ['State', node.message === undefined ? node.state : `${node.state} (${node.message})`],
    ['Address', node.address],
    ['Engine', node.engineVersion],
    ['Platform', [node.os, node.architecture].filter((part) => part !== '').join('/')],
    ['Resources', `${counted(node.cpus, 'CPU')}, ${sizeWords(node.memory)} of memory`],
    ['Labels', labels.join(', ')],
    ['Id', node.id],
  ]);
}

/** Why the nodes of a swarm that this engine belongs to can't be shown. */
function noticeRow({ status, error }: SwarmState): Row {
  const notice = notices[status === 'inactive' ? 'active' : status];
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
  readonly [S in Exclude<SwarmState['status'], 'inactive'>]: {
    readonly label: string;
    readonly hint: string;
    readonly reason: string;
    readonly icon: Icon;
  };
} = {
  active: {
    label: 'This engine is a worker',
    hint: 'only managers list nodes',
    reason: 'This engine is a worker of a swarm. Only its managers list the nodes: connect to one of them.',
    icon: { id: 'info' },
  },
  pending: {
    label: 'Joining a swarm',
    hint: 'waiting for its managers',
    reason: 'This engine has asked to join a swarm, and no manager has answered yet.',
    icon: { id: 'clock' },
  },
  locked: {
    label: 'The swarm is locked',
    hint: 'docker swarm unlock',
    reason: 'The engine was restarted and its swarm is locked. Unlock it with its key: docker swarm unlock.',
    icon: { id: 'lock', color: 'list.warningForeground' },
  },
  error: {
    label: 'The swarm does not work',
    hint: 'see the engine’s log',
    reason: 'The engine belongs to a swarm that it can’t take part in.',
    icon: { id: 'error', color: 'list.errorForeground' },
  },
};
