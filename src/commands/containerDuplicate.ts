import { t } from '@vscode/l10n';
import type { Creation } from '../engine/containers/creation.ts';
import type { Inventory } from '../engine/inventory.ts';
import { objectCommand } from './command.ts';
import { createByForm } from './creation/createByForm.ts';
import { readCreation, refuseTask } from './creation/readCreation.ts';

/** Makes another container like one. */
export const containerDuplicate = objectCommand({
  id: 'container.duplicate',
  title: 'Duplicate…',
  description:
    'Opens the page of Create Container with all that a container was made with, for another one beside it. It uses the same named volumes, folders and networks. Volumes without a name are not shared, fixed addresses are left out, and ports that are taken are left to the engine. It is no part of a Compose project.',
  icon: 'copy',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'edit',
  single: true,
  async run([container], context) {
    if (container === undefined) return;
    refuseTask(container);
    const { engine, signal } = context;
    const creation = await readCreation(engine, container, { instead: false, signal });
    const { name: _, hostname: __, labels, ...rest } = creation;
    const base = {
      ...rest,
      ...withoutCompose(labels),
      name: freeName(container.name, engine.inventory),
      ...freePorts(creation, engine.inventory),
    };
    await createByForm(context, {
      title: t('Duplicate {0}', container.name),
      description: t(
        'What was written in {0} outside of volumes does not come along: that is what Commit is for.',
        container.name,
      ),
      base,
    });
  },
});

/** Compose would take it for one of its own, and remove it as one too many. */
function withoutCompose(labels: Creation['labels'] = {}): Pick<Creation, 'labels'> {
  const own = Object.entries(labels).filter(([name]) => !name.startsWith('com.docker.compose.'));
  return own.length === 0 ? {} : { labels: Object.fromEntries(own) };
}

function freeName(name: string, inventory: Inventory): string {
  const taken = new Set(inventory.list('container').map((other) => other.name));
  const [, stem = name, number = '1'] = /^(.*)-(\d+)$/.exec(name) ?? [];
  for (let next = Number(number) + 1; ; next++) if (!taken.has(`${stem}-${next}`)) return `${stem}-${next}`;
}

/** The engine chooses another one for a port that a container has. */
function freePorts({ ports }: Creation, inventory: Inventory): Pick<Creation, 'ports'> {
  if (ports === undefined) return {};
  const taken = new Set(
    inventory
      .list('container')
      .flatMap((other) => other.ports.map(({ publicPort, protocol }) => `${publicPort}/${protocol}`)),
  );
  return {
    ports: ports.map(({ hostPort, ...port }) =>
      hostPort === undefined || (port.hostPortEnd === undefined && taken.has(`${hostPort}/${port.protocol}`))
        ? port
        : { ...port, hostPort },
    ),
  };
}
