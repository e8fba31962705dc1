import { inspectEngine } from '../engine/inspectEngine.ts';
import type { Host } from '../hosts/host.ts';
import { objectCommand } from './command.ts';

/** Shows all that is known of hosts. */
export const hostInspect = objectCommand({
  id: 'host.inspect',
  title: 'Inspect',
  description:
    'Opens what is known of a host as a read-only JSON document: its context, and what its engine says of itself while it is connected.',
  icon: 'json',
  kind: 'host',
  place: 'open',
  async run(chosen, { hosts, ui }) {
    for (const { id, host } of chosen) {
      await ui.document({
        title: host.name,
        key: `host:${id}`,
        async read(signal) {
          const open = hosts.open.find((each) => each.id === id);
          const engine =
            open?.engine.inventory.state.status === 'connected'
              ? await inspectEngine(open.engine, { signal })
              : undefined;
          return { ...described(host), ...engine };
        },
      });
    }
  },
});

function described({ name, address, source, description, problem }: Host) {
  return { name, address, source, description, problem };
}
