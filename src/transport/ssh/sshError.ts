import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';

/** What an ssh that ended has said, as an error that says what is wrong and what to do; ssh's own words are at its end. */
export function sshError(destination: string, words: string): TransportError {
  const known = kinds.find(({ pattern }) => pattern.test(words));
  if (known === undefined)
    return new TransportError('unreachable', words || t('ssh to {0} ended without a word.', destination));
  return new TransportError(known.code, `${known.message(destination)} ${t('ssh says: {0}', words)}`);
}

/** The first whose pattern is in ssh's words; those of a jump host come before those of the host behind it. */
const kinds: readonly {
  readonly code: TransportError['code'];
  readonly pattern: RegExp;
  message(destination: string): string;
}[] = [
  {
    code: 'host-key',
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    message: (destination) =>
      t(
        'The host key of {0} is not the one that was known: the machine was set up anew, or another one answers in its place. If you know why, remove the old key with ssh-keygen -R and log in once in a terminal.',
        destination,
      ),
  },
  {
    code: 'host-key',
    pattern: /Host key verification failed|No .* host key is known for/,
    message: (destination) =>
      t(
        'The host key of {0} is not known yet. Log in once in a terminal with ssh, and compare the key that it shows before you accept it.',
        destination,
      ),
  },
  {
    code: 'login',
    pattern: /Permission denied|Too many authentication failures|no mutual signature|sign_and_send_pubkey/,
    message: (destination) =>
      t(
        '{0} does not let us in: it takes none of the keys that ssh has. A key with a passphrase has to be in the ssh agent (ssh-add), and a password can’t be asked for here.',
        destination,
      ),
  },
  {
    code: 'unreachable',
    pattern: /stdio forwarding failed|by UNKNOWN port 65535|ProxyCommand|proxy command/i,
    message: (destination) =>
      t('The way to {0} leads over another host (ProxyJump or ProxyCommand), and fails there.', destination),
  },
  {
    code: 'unreachable',
    pattern: /Could not resolve hostname/,
    message: (destination) =>
      t(
        'The name of {0} is not known: look for mistakes in it, and whether the network or VPN is up.',
        destination,
      ),
  },
  {
    code: 'unreachable',
    pattern: /Connection refused/,
    message: (destination) =>
      t('No SSH server answers on {0}: it does not run, or listens on another port.', destination),
  },
  {
    code: 'unreachable',
    pattern: /timed out|No route to host|Network is unreachable|Host is down/,
    message: (destination) =>
      t(
        '{0} does not answer: it is switched off, or no way leads there. Check the network or VPN.',
        destination,
      ),
  },
  {
    code: 'bad-address',
    pattern: /Bad configuration option|terminating, \d+ bad configuration|Bad owner or permissions on/,
    message: () => t('ssh does not take its own configuration.'),
  },
];
