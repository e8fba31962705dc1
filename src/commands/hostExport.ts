import { t } from '@vscode/l10n';
import { writeAtomically } from '../transport/contextStore/writeAtomically.ts';
import { objectCommand } from './command.ts';

/** Writes a context to an archive. */
export const hostExport = objectCommand({
  id: 'host.export',
  title: 'Export…',
  description:
    'Writes a docker context to a tar file that `docker context import` takes. Its certificates and its key go along: whoever has the file can use the engine.',
  icon: 'export',
  kind: 'host',
  states: ['stored'],
  place: 'edit',
  single: true,
  async run([selected], { hosts, ui }) {
    if (selected === undefined) return;
    const { name } = selected.host;
    const path = await ui.saveFile({
      title: t('Export the Docker Context {0}', name),
      suggested: `${name}.dockercontext`,
      filters: { [t('Docker contexts')]: ['dockercontext', 'tar'] },
      action: t('Export'),
    });
    if (path === undefined) return;
    await writeAtomically(path, await hosts.contexts.export(name), 0o600);
    const secret = Object.keys(hosts.contexts.read(name).tls).includes('key');
    ui.information(
      secret
        ? t('{0} was written to {1}. It holds the key: whoever has the file can use the engine.', name, path)
        : t('{0} was written to {1}.', name, path),
    );
  },
});
