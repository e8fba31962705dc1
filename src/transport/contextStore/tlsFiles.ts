import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContextTls } from './contextDraft.ts';
import { readText } from './files.ts';
import { tlsFolder } from './paths.ts';
import { writeAtomically } from './writeAtomically.ts';

/** A file that is stored with a context: its endpoint, as a rule `docker`, and its name. */
export interface TlsFile {
  readonly endpoint: string;
  readonly name: string;
  readonly content: Buffer;
}

/** The PEM texts of a context's engine. Throws a `TransportError` where they can't be read. */
export function readTls(folder: string): ContextTls {
  const ca = readText(join(folder, 'ca.pem'));
  const cert = readText(join(folder, 'cert.pem'));
  const key = readText(join(folder, 'key.pem'));
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

/** The PEM texts as the store's files. */
export function filesOfTls(tls: ContextTls): readonly TlsFile[] {
  return Object.entries(tls).map(([name, text]) => {
    return { endpoint: 'docker', name: `${name}.pem`, content: Buffer.from(text) };
  });
}

/** All files that are stored with a context, for whichever endpoints. */
export async function listTlsFiles(env: NodeJS.ProcessEnv, context: string): Promise<readonly TlsFile[]> {
  const folder = tlsFolder(env, context);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter(
    (entry) => entry.isFile() && dirname(entry.parentPath) === folder && !isIgnored(entry.name),
  );
  return Promise.all(
    files
      .map(({ parentPath, name }) => ({
        endpoint: parentPath.slice(folder.length + 1),
        name,
        path: join(parentPath, name),
      }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(async ({ endpoint, name, path }) => ({ endpoint, name, content: await readFile(path) })),
  );
}

/** Replaces the files that are stored with a context; those of other endpoints stay where one is named. */
export async function replaceTlsFiles(
  env: NodeJS.ProcessEnv,
  context: string,
  files: readonly TlsFile[],
  endpoint?: string,
): Promise<void> {
  const folder = tlsFolder(env, context);
  await rm(endpoint === undefined ? folder : join(folder, endpoint), { recursive: true, force: true });
  if (files.length > 0) await mkdir(dirname(dirname(folder)), { recursive: true });
  for (const file of files) {
    await mkdir(join(folder, file.endpoint), { recursive: true, mode: 0o700 });
    await writeAtomically(join(folder, file.endpoint, file.name), file.content, 0o600);
  }
}

/** What the systems' file managers and interrupted writes leave behind. */
function isIgnored(name: string): boolean {
  return /^\.|^(?:thumbs\.db|desktop\.ini)$|\.tmp$/i.test(name);
}
