import { isIP } from 'node:net';
import { t } from '@vscode/l10n';

/** What is wrong with an address of that version of IP, in words for the person. */
export function ipProblem(version: 4 | 6): (value: string) => string | undefined {
  const example = { 4: '10.5.0.9', 6: '2001:db8::9' }[version];
  return (value) =>
    isIP(value.trim()) === version
      ? undefined
      : t('This is no IPv{0} address, such as {1}.', version, example);
}

/** What is wrong with a range of addresses in CIDR notation (RFC 4632). */
export function cidrProblem(value: string): string | undefined {
  const [address = '', prefix = '', ...more] = value.trim().split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  const fits = version > 0 && more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= most;
  return fits ? undefined : t('This is no range of addresses, such as 10.5.0.0/16.');
}
