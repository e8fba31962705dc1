import { buffer } from 'node:stream/consumers';
import { t } from '@vscode/l10n';
import { pack } from 'tar-stream';
import { ContextError } from './contextError.ts';
import { checkContextName } from './contextName.ts';
import { checkUnused, objectOf, readMeta, writeMeta } from './meta.ts';
import { readTar } from './readTar.ts';
import { listTlsFiles, replaceTlsFiles, type TlsFile } from './tlsFiles.ts';

/** As much as the CLI takes (docker/cli `cli/context/store/store.go`), in bytes. */
const most = 10 * 2 ** 20;

/** A context with its certificates and its key as an archive that `docker context import` takes. */
export async function exportContext(env: NodeJS.ProcessEnv, name: string): Promise<Buffer> {
  const archive = pack();
  const common = { uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(0) };
  const add = (path: string, content: Buffer, mode: number) =>
    new Promise<void>((resolve, reject) => {
      const header = { ...common, name: path, type: 'file', mode, size: content.length } as const;
      archive.entry(header, content, (error) => (error ? reject(error) : resolve()));
    });
  const folder = (path: string) =>
    archive.entry({ ...common, name: path, type: 'directory', mode: 0o700 }).end();
  const result = buffer(archive);
  await add('meta.json', Buffer.from(JSON.stringify(readMeta(env, name))), 0o644);
  folder('tls');
  const files = await listTlsFiles(env, name);
  for (const endpoint of new Set(files.map((file) => file.endpoint))) folder(`tls/${endpoint}`);
  for (const file of files) await add(`tls/${file.endpoint}/${file.name}`, file.content, 0o600);
  archive.finalize();
  return result;
}

/**
 * Makes a context of an archive that `docker context export` or `exportContext` has made. Throws a `ContextError` where it
 * is not such an archive; nothing is written then.
 */
export async function importContext(env: NodeJS.ProcessEnv, name: string, archive: Buffer): Promise<void> {
  checkContextName(name);
  checkUnused(env, name);
  if (archive.length > most)
    throw new ContextError(t('The archive is larger than the 10 MB that a context may have.'));
  if (archive.subarray(0, 2).toString('latin1') === 'PK')
    throw new ContextError(
      t('The archive is a ZIP file. Export the context again: docker context export makes a tar file.'),
    );
  const members = readTar(archive);
  if (members === undefined)
    throw new ContextError(t('This is not an exported context: it is no tar archive.'));
  const meta = members.get('meta.json');
  if (meta === undefined) throw new ContextError(t('This is not an exported context: it has no meta.json.'));
  const files = [...members].flatMap(([path, content]) =>
    path === 'meta.json' ? [] : tlsFileOf(path, content),
  );
  const description = objectOf(parsed(meta), 'meta.json');
  await replaceTlsFiles(env, name, files);
  await writeMeta(env, name, description);
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (cause) {
    throw new ContextError(t('The archive’s {0} is not valid JSON.', 'meta.json'), { cause });
  }
}

/** Nothing of a path is taken but two plain names. */
function tlsFileOf(path: string, content: Buffer): TlsFile {
  const [, endpoint = '', name = ''] = /^tls\/([^/\\\0:]+)\/([^/\\\0:]+)$/.exec(path) ?? [];
  if (endpoint === '' || endpoint.startsWith('.') || name.startsWith('.'))
    throw new ContextError(t('This is not an exported context: it has a file “{0}”.', path));
  return { endpoint, name, content };
}
