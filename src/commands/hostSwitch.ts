import { t } from '@vscode/l10n';
import type { Host } from '../hosts/host.ts';
import { hostCommand } from './command.ts';

/** Lets the person choose the window's host. */
export const hostSwitch = hostCommand({
  id: 'host.switch',
  title: 'Switch Host…',
  description:
    'Lets you choose the host that this window uses, among all that are known. The status bar’s host does the same.',
  icon: 'arrow-swap',
  places: [{ view: 'gantry.hosts', button: true, when: 'true' }],
  async run({ hosts, ui }) {
    const { active, cli, remembered } = hosts;
    const { state } = active.engine.inventory;
    const choices = hosts.known.map((host) => {
      return {
        label: host.name,
        icon: host.id === active.id ? 'check' : 'server',
        description: descriptionOf(host, { active, cli }),
        ...(host.problem === undefined ? {} : { detail: host.problem }),
        value: () => hosts.use(host.id),
      };
    });
    const retry = {
      label: t('Try {0} again', active.name),
      icon: 'debug-restart',
      value: () => active.engine.inventory.retry(),
    };
    const follow = {
      label: t('Whatever the docker CLI uses'),
      description: t('now {0}', cli.name),
      icon: 'link',
      value: () => hosts.use(),
    };
    const chosen = await ui.pick({
      title: t('Switch Host'),
      placeholder: t('This window uses {0}', active.name),
      choices: [
        ...(state.status === 'unreachable' ? [retry] : []),
        ...choices,
        ...(remembered.active === undefined ? [] : [follow]),
      ],
    });
    chosen?.();
  },
});

function descriptionOf(host: Host, { active, cli }: { readonly active: Host; readonly cli: Host }): string {
  const marks = [
    ...(host.id === active.id ? [t('in use')] : []),
    ...(host.id === cli.id ? [t('the CLI’s default')] : []),
  ];
  return [...marks, host.address].join(' · ');
}
