import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import type { Ui } from './ui.ts';

/** Removes contexts from the docker CLI's store. */
export const hostRemove = objectCommand({
  id: 'host.remove',
  title: 'Remove…',
  description:
    'Removes a context from the docker CLI’s store, with its certificates and its key, after a question. The engine itself is not touched.',
  icon: 'trash',
  kind: 'host',
  states: ['stored'],
  place: 'destroy',
  key: { key: 'delete', mac: 'cmd+backspace' },
  async run(chosen, { hosts, ui }) {
    const names = chosen.map(({ host }) => host.name);
    const [first] = names;
    if (first === undefined) return;
    const remove = t('Remove');
    const answer = await ui.confirm({
      message:
        names.length === 1
          ? t('Remove the docker context {0}?', first)
          : t('Remove {0} docker contexts?', names.length),
      detail: [
        ...(names.length === 1 ? [] : [names.join('\n')]),
        t(
          'Its address, certificates and key go from the docker CLI’s store, for every program on this machine. The engine and what is on it stay.',
        ),
        ...(names.includes(hosts.contexts.current())
          ? [t('{0} is the CLI’s default: that will be the context “default”.', hosts.contexts.current())]
          : []),
        ...(chosen.some(({ id }) => id === hosts.active.id)
          ? [t('This window uses {0}: it will use whatever the docker CLI uses.', hosts.active.name)]
          : []),
      ].join('\n'),
      actions: [remove],
      // The name that is asked for in production is that of what is removed, below.
      harmless: true,
    });
    if (answer === undefined) return;
    for (const { host, states } of chosen)
      if (states.includes('production') && !(await isMeant(host.name, ui))) return;
    for (const { id, host } of chosen) {
      await hosts.contexts.remove(host.name);
      hosts.disconnect(id);
      if (hosts.remembered.active === id) hosts.use();
    }
    hosts.refresh();
  },
});

/** Asks for the name of what is in production. */
async function isMeant(name: string, ui: Ui): Promise<boolean> {
  const typed = await ui.input({
    title: t('Remove {0}', name),
    prompt: t('{0} is in production. Type its name to remove it.', name),
    validate: (value) => (value === name ? undefined : t('That is not its name.')),
  });
  return typed !== undefined;
}
