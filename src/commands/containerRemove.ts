import { t } from '@vscode/l10n';
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
    const removeStill =
      still.length === containers.length ? t('Remove') : t('Remove the {0} Stopped', still.length);
    const [stop, force] =
      still.length === 0
        ? [t('Stop and Remove'), t('Force Remove')]
        : [t('Stop and Remove All'), t('Force Remove All')];
    const chosen = await context.ui.confirm({
      message: t('Remove {0}?', nameAll(containers)),
      detail: detailOf(containers, live),
      actions: [...(still.length > 0 ? [removeStill] : []), ...(live.length > 0 ? [stop, force] : [])],
    });
    if (chosen === undefined) return;
    const going = chosen === removeStill ? still : containers;
    await forEachObject(going, context, t('Removing {0}', nameAll(going)), async (container, signal) => {
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
    several
      ? t('What was written in them outside of volumes is lost; volumes are kept.')
      : t('What was written in it outside of volumes is lost; volumes are kept.'),
  ];
  const [first] = live;
  if (first !== undefined) {
    const one = several
      ? t(
          '{0} still runs. Stopping lets its processes finish; forcing kills them without any grace.',
          nameOf(first),
        )
      : t(
          'It is {0}. Stopping lets its processes finish; forcing kills them without any grace.',
          liveWord(first),
        );
    const more = () =>
      t(
        '{0} still run. Stopping lets their processes finish; forcing kills them without any grace.',
        listed(live.map(nameOf)),
      );
    lines.unshift(live.length === 1 ? one : more());
  }
  if (several) lines.unshift(`${listed(containers.map(nameOf), 20)}.`);
  return lines.join('\n');
}

/** Whether the engine refuses to remove it unless forced. */
function isLive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

function liveWord({ state }: Container): string {
  switch (state) {
    case 'paused':
      return t('paused');
    case 'restarting':
      return t('restarting');
    default:
      return t('running');
  }
}
