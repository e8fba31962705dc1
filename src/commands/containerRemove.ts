import type { EngineClient } from '../engine/client.ts';
import { stopContainer, unpauseContainer } from '../engine/containers/lifecycle.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import type { Container } from '../engine/kinds/container.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Removes containers, after asking. */
export const containerRemove = objectCommand({
  id: 'container.remove',
  title: 'Remove…',
  description:
    'Removes containers and what was written in them; volumes are kept. Asks first, and says which of them run: those are stopped before, or killed where “Force Remove” is chosen.',
  icon: 'trash',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'destroy',
  key: { key: 'delete', mac: 'cmd+backspace' },
  async run(containers, context) {
    const live = containers.filter(isLive);
    const still = containers.filter((container) => !isLive(container));
    const removeStill = still.length === containers.length ? 'Remove' : `Remove the ${still.length} Stopped`;
    const all = still.length === 0 ? '' : ' All';
    const [stop, force] = [`Stop and Remove${all}`, `Force Remove${all}`];
    const chosen = await context.ui.confirm({
      message: `Remove ${nameAll(containers)}?`,
      detail: detailOf(containers, live),
      actions: [...(still.length > 0 ? [removeStill] : []), ...(live.length > 0 ? [stop, force] : [])],
    });
    if (chosen === undefined) return;
    const going = chosen === removeStill ? still : containers;
    await forEachObject(going, context, `Removing ${nameAll(going)}`, async (container, signal) => {
      if (chosen === stop) await end(context.engine, container, signal);
      await removeContainer(context.engine, container.id, { force: chosen === force, signal });
    });
  },
});

async function end(engine: EngineClient, container: Container, signal: AbortSignal): Promise<void> {
  const { id, state } = container;
  if (state === 'paused') await unpauseContainer(engine, id, { signal });
  if (isLive(container)) await stopContainer(engine, id, { signal });
}

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
      `${who}. Stopping lets ${live.length === 1 ? 'its' : 'their'} processes finish; forcing kills them without any grace.`,
    );
  }
  if (several) lines.unshift(`${listed(containers.map(nameOf), 20)}.`);
  return lines.join('\n');
}

/** Whether the engine refuses to remove it unless forced. */
function isLive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}
