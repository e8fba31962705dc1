import { t } from '@vscode/l10n';
import { advertiseCandidates, initSwarm } from '../engine/swarm.ts';
import type { Endpoint } from '../transport/endpoint.ts';
import { hostCommand } from './command.ts';
import type { Choice } from './ui.ts';

/** Makes the engine the first manager of a new swarm. */
export const swarmInit = hostCommand({
  id: 'swarm.init',
  title: 'Initialise Swarm…',
  description:
    'Makes the engine the first manager of a new swarm. Asks for the address that other nodes will reach it by, and offers those that the machine has.',
  icon: 'add',
  places: [
    {
      view: 'gantry.swarm',
      button: false,
      when: "gantry.state == 'connected' && gantry.swarm == 'inactive' && gantry.can.swarm",
    },
  ],
  async run({ engine, ui, signal }) {
    const title = t('Initialise a Swarm');
    const picked = await ui.pick<string | typeof other>({
      title,
      placeholder: t('Address that other nodes reach this one by'),
      choices: [...candidates(engine.endpoint), { label: t('Another address…'), icon: 'edit', value: other }],
    });
    const advertiseAddress =
      picked === other
        ? await ui.input({
            title,
            prompt: t('Address or interface, optionally with :port'),
            validate: problem,
          })
        : picked;
    if (advertiseAddress === undefined) return;
    await ui.progress(title, (cancelled) =>
      initSwarm(engine, { advertiseAddress, signal: AbortSignal.any([signal, cancelled]) }),
    );
  },
});

const other = Symbol('another address');

function candidates(endpoint: Endpoint | undefined): readonly Choice<string>[] {
  switch (endpoint?.kind) {
    case 'tcp':
    case 'tls':
      return [
        { label: endpoint.host, description: t('the engine’s host'), icon: 'server', value: endpoint.host },
      ];
    case 'ssh':
      return [];
    default:
      return [
        ...advertiseCandidates().map((value) => ({ label: value, icon: 'server', value })),
        { label: '127.0.0.1', description: t('this machine alone'), icon: 'vm', value: '127.0.0.1' },
      ];
  }
}

function problem(value: string): string | undefined {
  if (value === '') return t('An address is needed, such as 192.168.1.10.');
  return /\s/.test(value) ? t('An address has no spaces.') : undefined;
}
