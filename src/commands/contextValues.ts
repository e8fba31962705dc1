import { readFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { quoteWords } from '../engine/shellWords.ts';
import { tlsProblem } from '../transport/contextStore/changeContext.ts';
import type { ContextDraft, ContextTls } from '../transport/contextStore/contextDraft.ts';

/** How an engine is reached, as a person chooses it. */
export type Way = 'socket' | 'ssh' | 'tcp' | 'tls' | 'npipe';

/** What a person has written in the form of a context. */
export interface ContextValues {
  readonly name: string;
  readonly description: string;
  readonly way: Way;
  /** With or without its scheme. */
  readonly address: string;
  /** Paths of PEM files; empty for what is stored already, or for none. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  readonly skipVerify: boolean;
}

const schemes: { readonly [W in Way]: string } = {
  socket: 'unix://',
  ssh: 'ssh://',
  tcp: 'tcp://',
  tls: 'tcp://',
  npipe: 'npipe://',
};

/** A context as the form shows it. */
export function valuesOf({ name, description, address, skipVerify, tls }: ContextDraft): ContextValues {
  const secure = skipVerify || Object.keys(tls).length > 0;
  const ways: readonly Way[] = ['ssh', secure ? 'tls' : 'tcp', 'npipe', 'socket'];
  const way = ways.find((each) => address.startsWith(schemes[each])) ?? 'socket';
  const rest = address.startsWith(schemes[way]) ? address.slice(schemes[way].length) : address;
  return { name, description, way, address: rest, ca: '', cert: '', key: '', skipVerify };
}

/** The address as a context has it. */
export function addressOf({ way, address }: Pick<ContextValues, 'way' | 'address'>): string {
  const text = address.trim();
  return text === '' || /^[a-z]+:\/\//i.test(text) ? text : `${schemes[way]}${text}`;
}

/** Reads the files and puts the context together; what is `stored` stays where no file is named. Throws what is wrong. */
export async function draftOf(values: ContextValues, stored: ContextTls = {}): Promise<ContextDraft> {
  const { name, description, way, skipVerify } = values;
  const secure = way === 'tls';
  const draft = {
    name,
    description: description.trim(),
    address: addressOf(values),
    skipVerify: secure && skipVerify,
    tls: secure ? { ...stored, ...(await readFiles(values)) } : {},
  };
  if (secure && !skipVerify && Object.keys(draft.tls).length === 0)
    throw new Error(t('TLS needs the authority’s certificate, a certificate with its key, or both.'));
  const problem = tlsProblem(draft.address, draft.tls, draft.skipVerify);
  if (problem !== undefined) throw new Error(problem);
  return draft;
}

/** The command that makes the same context, or the same of one that there is. */
export function contextCommand(values: ContextValues, verb: 'create' | 'update'): string {
  const { name, description, way, skipVerify } = values;
  const docker = [
    `host=${addressOf(values) || (way === 'socket' ? 'unix:///var/run/docker.sock' : `${schemes[way]}ADDRESS`)}`,
    ...(way === 'tls' ? filesOf(values).map(([part, path]) => `${part}=${path}`) : []),
    ...(way === 'tls' && skipVerify ? ['skip-tls-verify=true'] : []),
  ];
  return quoteWords([
    ...['docker', 'context', verb],
    ...(description.trim() === '' ? [] : ['--description', description.trim()]),
    ...['--docker', docker.join(',')],
    name === '' ? 'NAME' : name,
  ]);
}

function filesOf(values: ContextValues): readonly (readonly [keyof ContextTls, string])[] {
  const parts = ['ca', 'cert', 'key'] as const;
  return parts.map((part) => [part, values[part].trim()] as const).filter(([, path]) => path !== '');
}

async function readFiles(values: ContextValues): Promise<ContextTls> {
  const read = filesOf(values).map(async ([part, path]) => {
    try {
      return [part, await readFile(path, 'utf8')] as const;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(t('{0} can’t be read: {1}', path, reason), { cause });
    }
  });
  return Object.fromEntries(await Promise.all(read));
}
