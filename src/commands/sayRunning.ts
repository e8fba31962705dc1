import { t } from '@vscode/l10n';
import { listed } from '../words/listed.ts';
import type { CommandContext } from './command.ts';
import type { ContainerFacts } from './containerFacts.ts';
import { publishedUrls } from './publishedUrls.ts';

/** Tells the person that a container of `image` was started: its name, and where its ports are. */
export function sayRunning(
  image: string,
  facts: ContainerFacts,
  { engine, ui }: Pick<CommandContext, 'engine' | 'ui'>,
): void {
  const { name, running, exitCode, ports } = facts;
  if (running) {
    const places = [
      ...publishedUrls(ports, engine.endpoint).map(({ url, privatePort }) =>
        t('{0} at {1}', privatePort, url),
      ),
      ...otherPorts(facts),
    ];
    ui.information(
      places.length === 0
        ? t('{0} runs as {1}.', image, name)
        : places.length === 1
          ? t('{0} runs as {1}, port {2}.', image, name, listed(places))
          : t('{0} runs as {1}, ports {2}.', image, name, listed(places)),
    );
  } else if (exitCode === 0) {
    ui.information(t('{0} was started as {1} and has ended already.', image, name));
  } else {
    ui.warning(
      t(
        '{0} was started as {1} and ended at once with exit code {2}. Its logs may say why.',
        image,
        name,
        exitCode,
      ),
    );
  }
}

/** What no browser speaks, each once though the engine lists IPv4 and IPv6. */
function otherPorts({ ports }: ContainerFacts): readonly string[] {
  const places = ports.flatMap(({ privatePort, publicPort, protocol }) =>
    protocol === 'tcp' ? [] : [t('{0} at {1}', `${privatePort}/${protocol}`, publicPort ?? '')],
  );
  return [...new Set(places)];
}
