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
      ...publishedUrls(ports, engine.endpoint).map(({ url, privatePort }) => `${privatePort} at ${url}`),
      ...otherPorts(facts),
    ];
    const where = places.length === 0 ? '' : `, port${places.length === 1 ? '' : 's'} ${listed(places)}`;
    ui.information(`${image} runs as ${name}${where}.`);
  } else if (exitCode === 0) {
    ui.information(`${image} was started as ${name} and has ended already.`);
  } else {
    ui.warning(
      `${image} was started as ${name} and ended at once with exit code ${exitCode}. Its logs may say why.`,
    );
  }
}

/** What no browser speaks, each once though the engine lists IPv4 and IPv6. */
function otherPorts({ ports }: ContainerFacts): readonly string[] {
  const places = ports.flatMap(({ privatePort, publicPort, protocol }) =>
    protocol === 'tcp' ? [] : [`${privatePort}/${protocol} at ${publicPort}`],
  );
  return [...new Set(places)];
}
