import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { contextForm } from './contextForm.ts';
import { valuesOf } from './contextValues.ts';

/** Changes a context of the docker CLI's. */
export const hostEdit = objectCommand({
  id: 'host.edit',
  title: 'Edit…',
  description:
    'Opens a page on which a docker context is changed: its description, its address, its certificates. A window that is connected to it connects anew.',
  icon: 'edit',
  kind: 'host',
  states: ['stored'],
  place: 'edit',
  single: true,
  async run([selected], { hosts, ui }) {
    if (selected === undefined) return;
    const former = hosts.contexts.read(selected.host.name);
    await ui.form(
      contextForm({
        title: t('Edit the Docker Context {0}', former.name),
        submit: t('Save'),
        initial: valuesOf(former),
        name: former.name,
        tls: former.tls,
        taken: () => false,
        async save(draft) {
          await hosts.contexts.edit(draft);
          hosts.refresh();
        },
      }),
    );
  },
});
