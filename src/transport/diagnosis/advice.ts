import { t } from '@vscode/l10n';
import type { Endpoint } from '../endpoint.ts';

/** What to do about an error on the way to an engine; undefined where its own words say that. */
export function adviceFor(error: unknown, endpoint: Endpoint): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const local = endpoint.kind === 'socket' || endpoint.kind === 'npipe';
  if (error instanceof Error && error.name === 'AbortError')
    return t(
      'Nothing came back in time: look whether a firewall or VPN drops it, and whether the engine is overloaded.',
    );
  switch (code) {
    case 'ENOENT':
      return t('Start Docker there, or correct the path: the program that makes this socket does not run.');
    case 'EACCES':
    case 'EPERM':
      return t('This user may not open it. On Linux: sudo usermod -aG docker $USER, then log in again.');
    case 'ECONNREFUSED':
      return local
        ? t('The socket is left over: no engine listens there. Start Docker.')
        : t(
            'The host answers, but no engine listens on this port. Look at its dockerd’s -H options, and whether the port is right: 2375, or 2376 with TLS.',
          );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return t('Look for mistakes in the name, and whether the network or VPN that knows it is up.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return t('No way leads there: look at the network, the VPN and the firewalls on the way.');
    case 'ECONNRESET':
    case 'HPE_INVALID_CONSTANT':
      return endpoint.kind === 'tcp'
        ? t('What listens there may want TLS: give the context its certificates.')
        : t('It ended the connection at once: look at the engine’s log.');
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return t(
        'The authority that signed the engine’s certificate is not trusted: give the context its ca.pem.',
      );
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return t('The certificate is for another name: use the name that is in it as the address.');
    case 'CERT_HAS_EXPIRED':
      return t('The engine’s certificate has expired: it needs a new one.');
    default:
      return /^(?:ERR_SSL|EPROTO)/.test(code)
        ? t(
            'Both sides do not agree on TLS: look whether the port speaks TLS, and whether the engine wants a client certificate (cert.pem and key.pem).',
          )
        : undefined;
  }
}
