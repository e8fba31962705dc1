import { t } from '@vscode/l10n';
import { contextNameProblem } from '../transport/contextStore/contextName.ts';
import { objectCommand } from './command.ts';
import { moveHost } from './moveHost.ts';

/** Gives a context of the docker CLI's another name. */
export const hostRename = objectCommand({
  id: 'host.rename',
  title: 'Rename…',
  description:
    'Gives a context of the docker CLI’s another name. Where it is the CLI’s default, or used by this window, it stays that.',
  icon: 'edit',
  kind: 'host',
  states: ['stored'],
  place: 'edit',
  single: true,
  async run([selected], context) {
    if (selected === undefined) return;
    const { hosts, ui } = context;
    const { name } = selected.host;
    const to = await ui.input({
      title: t('Rename {0}', name),
      prompt: t('New name of the docker context'),
      value: name,
      validate(value) {
        if (value === name) return undefined;
        return hosts.contexts.has(value) ? t('Another context has this name.') : contextNameProblem(value);
      },
    });
    if (to === undefined || to === name) return;
    await hosts.contexts.rename(name, to);
    await moveHost(context, name, to);
  },
});
