import { objectCommand } from './command.ts';
import { publishedUrls } from './publishedUrls.ts';

/** Opens a container's published port in the browser. */
export const containerOpenInBrowser = objectCommand({
  id: 'container.openInBrowser',
  title: 'Open in Browser',
  description:
    'Opens a published TCP port of a container in the browser, on the machine that the engine is on; asks which where there are several. Ports 443 and 8443 are opened by https.',
  icon: 'globe',
  kind: 'container',
  states: ['published'],
  place: 'open',
  inline: true,
  single: true,
  async run([container], { engine, ui }) {
    if (container === undefined) return;
    const urls = publishedUrls(container.ports, engine.endpoint);
    const [first] = urls;
    const url =
      urls.length < 2
        ? first?.url
        : await ui.pick({
            title: `Open ${container.name} in Browser`,
            placeholder: 'Select a port',
            choices: urls.map(({ url: value, privatePort }) => ({
              label: value,
              description: `port ${privatePort} of the container`,
              icon: 'globe',
              value,
            })),
          });
    if (url !== undefined) await ui.openExternal(url);
  },
});
