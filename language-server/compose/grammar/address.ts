import { isIP } from 'node:net';
import type { GrammarProblem } from './problem.ts';

export function addressProblem(value: string): GrammarProblem | undefined {
  return isIP(value) === 0 ? { message: `\`${value}\` is no IP address.` } : undefined;
}

export function cidrProblem(value: string): GrammarProblem | undefined {
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const valid =
    version !== 0 &&
    bits !== undefined &&
    rest.length === 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= most;
  if (valid) return undefined;
  return {
    message: `\`${value}\` is no subnet. Write an address and the number of its fixed bits, such as \`172.28.0.0/16\`.`,
  };
}
