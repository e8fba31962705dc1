import { t } from '@vscode/l10n';
import { hostCommand } from './command.ts';
import { contextForm } from './contextForm.ts';

/** Makes a context of the docker CLI's. */
export const hostCreateContext = hostCommand({
  id: 'host.createContext',
  title: 'Create Context…',
  description:
    'Opens a page on which a docker context is written down: a socket, TCP with or without TLS, or SSH. It can be tried out before it is made, and the docker CLI then lists and uses it too.',
  icon: 'add',
  places: [{ view: 'gantry.hosts', button: true, when: 'true' }],
  async run({ hosts, ui }) {
    await ui.form(
      contextForm({
        title: t('Create a Docker Context'),
        submit: t('Create'),
        initial: { way: 'ssh' },
        taken: (name) => hosts.contexts.has(name),
        async save(draft, use) {
          await hosts.contexts.create(draft);
          hosts.refresh();
          if (use) hosts.use(`context:${draft.name}`);
        },
      }),
    );
  },
});
