import { objectCommand } from './command.ts';
import { publishedAddress } from './publishedUrls.ts';

/** Copies where published ports are reached. */
export const portCopyAddress = objectCommand({
  id: 'port.copyAddress',
  title: 'Copy Address',
  description: 'Copies the addresses that published ports are reached at, such as `localhost:8080`.',
  icon: 'copy',
  kind: 'port',
  states: ['published'],
  place: 'copy',
  inline: true,
  run: (ports, { engine, ui }) =>
    ui.copy(ports.flatMap(({ port }) => publishedAddress(port, engine.endpoint) ?? []).join('\n')),
});
