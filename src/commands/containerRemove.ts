import { type Container, removeContainer } from '../engine/kinds/container.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Removes containers, after asking. */
export const containerRemove = objectCommand({
  id: 'container.remove',
  title: 'Remove…',
  description:
    'Removes containers and what was written in them; volumes are kept. Asks first, and says which of them run: those are removed only by “Force Remove”.',
  icon: 'trash',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'destroy',
  async run(containers, context) {
    const live = containers.filter(isLive);
    const still = containers.filter((container) => !isLive(container));
    const removeStill = still.length === containers.length ? 'Remove' : `Remove the ${still.length} Stopped`;
    const force = still.length === 0 ? 'Force Remove' : 'Force Remove All';
    const chosen = await context.ui.confirm({
      message: `Remove ${nameAll(containers)}?`,
      detail: detailOf(containers, live),
      actions: [...(still.length > 0 ? [removeStill] : []), ...(live.length > 0 ? [force] : [])],
    });
    if (chosen === undefined) return;
    const going = chosen === force ? containers : still;
    await forEachObject(going, context, `Removing ${nameAll(going)}`, ({ id }, signal) =>
      removeContainer(context.engine, id, { force: chosen === force, signal }),
    );
  },
});

function detailOf(containers: readonly Container[], live: readonly Container[]): string {
  const several = containers.length > 1;
  const lines = [
    `What was written in ${several ? 'them' : 'it'} outside of volumes is lost; volumes are kept.`,
  ];
  const [first] = live;
  if (first !== undefined) {
    const who = several
      ? `${listed(live.map(nameOf))} still ${live.length === 1 ? 'runs' : 'run'}`
      : `It is ${first.state}`;
    lines.unshift(
      `${who}: forcing the removal kills ${live.length === 1 ? 'its' : 'their'} processes without any grace.`,
    );
  }
  if (several) lines.unshift(`${listed(containers.map(nameOf), 20)}.`);
  return lines.join('\n');
}

/** Whether the engine refuses to remove it unless forced. */
function isLive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}
