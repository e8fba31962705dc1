import { didYouMean, suggestion } from '../suggestion.ts';

/** The signals of Linux, without SIG. */
export const signals: readonly string[] = [
  ...'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP'.split(
    ' ',
  ),
  ...'TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'.split(' '),
];

/** Why a text names no signal; nothing where it does. */
export function signalProblem(text: string): string | undefined {
  if (/^[+-]?\d+$/.test(text)) return Number(text) === 0 ? 'There is no signal 0. Use SIGTERM.' : undefined;
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (signals.includes(name) || isRealTime(name)) return undefined;
  const option = suggestion(name, signals);
  return `“${text}” is no signal.${option === undefined ? ' Use one such as SIGTERM, SIGINT or SIGQUIT.' : didYouMean(`SIG${option}`)}`;
}

/** `RTMIN+1` to `RTMIN+15` and `RTMAX-14` to `RTMAX-1`. */
function isRealTime(name: string): boolean {
  const [, base, number] = /^(RTMIN\+|RTMAX-)(\d{1,2})$/.exec(name) ?? [];
  return number !== undefined && Number(number) >= 1 && Number(number) <= (base === 'RTMIN+' ? 15 : 14);
}
