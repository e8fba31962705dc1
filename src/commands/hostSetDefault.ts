import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';

/** Makes a context the one that the docker CLI uses. */
export const hostSetDefault = objectCommand({
  id: 'host.setDefault',
  title: 'Make It the CLI’s Default…',
  description:
    'Makes a context the one that the docker CLI uses in every terminal, as `docker context use` does, after a question that says what changes.',
  icon: 'star-empty',
  kind: 'host',
  states: ['secondary'],
  place: 'edit',
  single: true,
  async run([selected], { hosts, ui }) {
    if (selected === undefined) return;
    const { name } = selected.host;
    const { cli, contexts, remembered } = hosts;
    const overruled = cli.source === 'environment' || cli.name !== contexts.current();
    const set = t('Make Default');
    const answer = await ui.confirm({
      message: t('Make {0} the docker CLI’s default?', name),
      detail: [
        t(
          'This changes “currentContext” in {0} from “{1}” to “{2}”: the docker command uses it in every terminal that has not been told otherwise, and so do other programs that follow it.',
          contexts.configFile,
          contexts.current(),
          name,
        ),
        overruled
          ? t('DOCKER_HOST or DOCKER_CONTEXT is set where VS Code was started, and goes before it there.')
          : '',
        remembered.active === undefined
          ? t('This window follows the docker CLI, so it will use {0} too.', name)
          : t('This window goes on to use {0}.', hosts.active.name),
      ]
        .filter((line) => line !== '')
        .join('\n'),
      actions: [set],
      harmless: true,
    });
    if (answer === undefined) return;
    await contexts.setCurrent(name);
    hosts.refresh();
  },
});
