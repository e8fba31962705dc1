import { t } from '@vscode/l10n';
import type { Endpoint } from './endpoint.ts';

/** An address as the CLI takes it in DOCKER_HOST, `-H` and contexts, or what is wrong with it, in words for a person. */
export type ParsedAddress = Endpoint | { readonly kind: 'problem'; readonly problem: string };

/** TLS material for an address that is `tcp://`. */
export type TlsOptions = Omit<Extract<Endpoint, { kind: 'tls' }>, 'kind' | 'host' | 'port'>;

const forms = () =>
  t(
    'Addresses look like unix:///var/run/docker.sock, tcp://192.168.1.10:2376, ssh://user@host or npipe:////./pipe/docker_engine.',
  );

/**
 * Parses an engine's address. As with the CLI (docker/cli `opts/hosts.go`) one without a scheme is `tcp://`, and the
 * port of `tcp://` is 2375, or 2376 with TLS, unless written.
 */
export function parseAddress(text: string, tls?: TlsOptions): ParsedAddress {
  const address = text.trim();
  const [, scheme = 'tcp', rest = ''] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/\/)?(.*)$/s.exec(address) ?? [];
  if (address === '') return wrong(t('The address is empty.'));
  if (/[\s\0]/.test(address) && scheme !== 'unix') return wrong(t('“{0}” has a space in it.', address));
  switch (scheme) {
    case 'unix':
      return socket(address, rest);
    case 'npipe':
      return { kind: 'npipe', path: (rest || '//./pipe/docker_engine').replaceAll('/', '\\') };
    case 'tcp':
    case 'http':
    case 'https':
      return network(address, scheme, rest, tls);
    case 'ssh':
      return secureShell(address);
    default:
      return wrong(t('“{0}://” is not a way to reach an engine.', scheme));
  }
}

function socket(address: string, path: string): ParsedAddress {
  if (path === '') return { kind: 'socket', path: '/var/run/docker.sock' };
  if (!path.startsWith('/'))
    return wrong(t('“{0}” needs an absolute path: unix:// and then a slash.', address));
  return { kind: 'socket', path };
}

function network(address: string, scheme: string, rest: string, tls: TlsOptions | undefined): ParsedAddress {
  const secure = tls !== undefined || scheme === 'https';
  const url = parseUrl(`http://${rest}`);
  if (url === undefined || url.hostname === '')
    return wrong(t('“{0}” has no host that can be understood.', address));
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return wrong(t("“{0}” has a path, which an engine's address has not.", address));
  }
  if (url.username !== '' || url.password !== '')
    return wrong(t('“{0}” is given a user name, which only ssh:// takes.', url.hostname));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  /** `URL` drops port 80 as that of http. */
  const port = Number(/:(\d+)\/?$/.exec(rest)?.[1] ?? (secure ? 2376 : 2375));
  return secure ? { kind: 'tls', host, port, ...tls } : { kind: 'tcp', host, port };
}

function secureShell(address: string): ParsedAddress {
  const url = parseUrl(address);
  if (url === undefined || url.hostname === '')
    return wrong(t('“{0}” has no host that can be understood.', address));
  if (url.password !== '')
    return wrong(t('An ssh:// address may not hold a password; use a key or the ssh agent.'));
  if (url.pathname !== '' && url.pathname !== '/')
    return wrong(t('“{0}” has a path, which is not supported.', address));
  if (/^-/.test(decodeURIComponent(url.username)) || url.hostname.startsWith('-')) {
    return wrong(t('“{0}” begins with a dash, which ssh would take for an option.', address));
  }
  return { kind: 'ssh', destination: address.slice('ssh://'.length).replace(/\/$/, '') };
}

function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

function wrong(problem: string): ParsedAddress {
  return { kind: 'problem', problem: `${problem} ${forms()}` };
}
