import { t } from '@vscode/l10n';
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
            title: t('Open {0} in Browser', container.name),
            placeholder: t('Select a port'),
            choices: urls.map(({ url: value, privatePort }) => ({
              label: value,
              description: t('port {0} of the container', privatePort),
              icon: 'globe',
              value,
            })),
          });
    if (url !== undefined) await ui.openExternal(url);
  },
});
