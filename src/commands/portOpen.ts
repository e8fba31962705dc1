import { objectCommand } from './command.ts';
import { publishedUrls } from './publishedUrls.ts';

/** Opens a published port in the browser. */
export const portOpen = objectCommand({
  id: 'port.open',
  title: 'Open in Browser',
  description:
    'Opens a published TCP port in the browser, on the machine that the engine is on. Ports 443 and 8443 are opened by https.',
  icon: 'globe',
  kind: 'port',
  states: ['web'],
  place: 'open',
  inline: true,
  async run(ports, { engine, ui }) {
    for (const { port } of ports)
      for (const { url } of publishedUrls([port], engine.endpoint)) await ui.openExternal(url);
  },
});
