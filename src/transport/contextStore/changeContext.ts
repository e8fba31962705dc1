import { createPrivateKey, X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { t } from '@vscode/l10n';
import { parseAddress } from '../parseAddress.ts';
import type { ContextDraft, ContextTls } from './contextDraft.ts';
import { ContextError } from './contextError.ts';
import { checkContextName } from './contextName.ts';
import { field } from './files.ts';
import { checkUnused, readMeta, withPart, writeMeta } from './meta.ts';
import { metaFile, tlsFolder } from './paths.ts';
import { currentContext, setCurrentContext } from './setCurrentContext.ts';
import { filesOfTls, listTlsFiles, readTls, replaceTlsFiles } from './tlsFiles.ts';

/** Makes a context in the CLI's store. Throws a `ContextError` where the name is taken or something in the draft is not right. */
export async function createContext(env: NodeJS.ProcessEnv, draft: ContextDraft): Promise<void> {
  checkContextName(draft.name);
  checkUnused(env, draft.name);
  checkDraft(draft);
  await replaceTlsFiles(env, draft.name, filesOfTls(draft.tls));
  // Without its description nobody sees it.
  await writeMeta(env, draft.name, described({ Name: draft.name, Metadata: {}, Endpoints: {} }, draft));
}

/** A context as a person may change it. Throws a `ContextError` where it is not there. */
export function readDraft(env: NodeJS.ProcessEnv, name: string): ContextDraft {
  const meta = readMeta(env, name);
  const endpoint = field(field(meta, 'Endpoints'), 'docker');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    name,
    description: text(field(field(meta, 'Metadata'), 'Description')),
    address: text(field(endpoint, 'Host')),
    skipVerify: field(endpoint, 'SkipTLSVerify') === true,
    tls: readTls(join(tlsFolder(env, name), 'docker')),
  };
}

/** Changes a context, of which all that the draft says nothing of stays. To give it another name there is `renameContext`. */
export async function editContext(env: NodeJS.ProcessEnv, draft: ContextDraft): Promise<void> {
  const former = readDraft(env, draft.name);
  checkDraft(draft);
  if (!isDeepStrictEqual(former.tls, draft.tls))
    await replaceTlsFiles(env, draft.name, filesOfTls(draft.tls), 'docker');
  await writeMeta(env, draft.name, described(readMeta(env, draft.name), draft));
}

/** Gives a context another name; where it is the CLI's current one, it stays that. */
export async function renameContext(env: NodeJS.ProcessEnv, name: string, to: string): Promise<void> {
  checkContextName(to);
  checkUnused(env, to);
  const meta = readMeta(env, name);
  await replaceTlsFiles(env, to, await listTlsFiles(env, name));
  await writeMeta(env, to, meta);
  if (currentContext(env) === name) await setCurrentContext(env, to);
  await removeFiles(env, name);
}

/** Removes a context; where it is the CLI's current one, that is `default` then, as with `docker context rm --force`. */
export async function removeContext(env: NodeJS.ProcessEnv, name: string): Promise<void> {
  if (currentContext(env) === name) await setCurrentContext(env, 'default');
  await removeFiles(env, name);
}

async function removeFiles(env: NodeJS.ProcessEnv, name: string): Promise<void> {
  await rm(dirname(metaFile(env, name)), { recursive: true, force: true });
  await rm(tlsFolder(env, name), { recursive: true, force: true });
}

function described(meta: Readonly<Record<string, unknown>>, draft: ContextDraft) {
  const { description, address, skipVerify } = draft;
  const docker = withPart({ docker: field(field(meta, 'Endpoints'), 'docker') }, 'docker', {
    Host: address || undefined,
    SkipTLSVerify: skipVerify,
  });
  return withPart(withPart(meta, 'Metadata', { Description: description || undefined }), 'Endpoints', docker);
}

function checkDraft({ address, tls, skipVerify }: ContextDraft): void {
  const problem = addressProblem(address) ?? tlsProblem(address, tls, skipVerify);
  if (problem !== undefined) throw new ContextError(problem);
}

/** What is wrong with an address for a context, in words for a person; undefined where nothing is. */
export function addressProblem(address: string): string | undefined {
  if (address === '') return undefined;
  const parsed = parseAddress(address);
  return parsed.kind === 'problem' ? parsed.problem : undefined;
}

/** What is wrong with certificates and keys, in words for a person; undefined where nothing is. */
export function tlsProblem(address: string, tls: ContextTls, skipVerify: boolean): string | undefined {
  const { ca, cert, key } = tls;
  if ((skipVerify || Object.keys(tls).length > 0) && !isNetwork(address))
    return t('Only a tcp:// address is reached by TLS. Leave the certificates and the key out.');
  if ((cert === undefined) !== (key === undefined))
    return t('A certificate and its key go together: give both or none.');
  if (ca !== undefined && certificateOf(ca) === undefined)
    return t('The authority’s file holds no certificate in PEM format.');
  if (cert === undefined || key === undefined) return undefined;
  const certificate = certificateOf(cert);
  if (certificate === undefined) return t('The certificate’s file holds no certificate in PEM format.');
  try {
    if (!certificate.checkPrivateKey(createPrivateKey(key)))
      return t('The key is not that of the certificate.');
  } catch {
    return t(
      'The key’s file holds no private key in PEM format, or one that is protected by a passphrase, which docker can’t use.',
    );
  }
  return undefined;
}

function isNetwork(address: string): boolean {
  const { kind } = parseAddress(address);
  return kind === 'tcp' || kind === 'tls';
}

function certificateOf(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
