import { booleans } from '../analysis/checkOptions.ts';
import type { FlagInfo } from '../instructions/instructionInfo.ts';
import { parsePlatform } from '../platform.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';

/** What is wrong with a flag's value, in words for a person. */
export function flagValueProblem(
  { name, value: grammar }: FlagInfo,
  word: Word,
  instruction: Instruction,
  { variables }: DockerfileTree,
): string | undefined {
  const { text: written } = word;
  switch (grammar.kind) {
    case 'choice':
      return choiceProblem(
        `--${name}`,
        written,
        grammar.values.map(({ value }) => value),
      );
    case 'duration':
      return durationProblem(written);
    case 'number':
      return retriesProblem(written);
    case 'device':
      return deviceProblem(written);
    case 'platform': {
      const { text, byArgument } = variables.expansionOf(word);
      return text === undefined || byArgument ? undefined : platformProblem(text);
    }
    case 'mode': {
      const expanded = instruction.trigger ? undefined : variables.expansionOf(word).text;
      return expanded === undefined || expanded === '' ? undefined : modeProblem(expanded);
    }
    default:
      return undefined;
  }
}

/** One of few words, in the case that they are written in. */
export function choiceProblem(name: string, text: string, values: readonly string[]): string | undefined {
  if (values.includes(text)) return undefined;
  const option = suggestion(text, values);
  return `${name} is one of ${values.join(', ')}, not “${text}”.${didYouMean(option)}`;
}

function platformProblem(text: string): string | undefined {
  if (text === '')
    return 'The platform is empty. Write os/architecture, such as linux/amd64, or leave the flag out.';
  const platform = parsePlatform(text);
  return 'problem' in platform ? `“${text}” is no platform: ${platform.problem}.` : undefined;
}

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** By Go's `time.ParseDuration`; less than a millisecond is refused, 0 stands for the default. */
function durationProblem(text: string): string | undefined {
  if (text === '' || /^[+-]?0$/.test(text)) return undefined;
  const match = /^([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
  if (match === null)
    return `“${text}” is no duration. Write a number and a unit, such as 30s, 500ms or 1m30s.`;
  const [, sign = '', parts = ''] = match;
  const total = [...parts.matchAll(/([\d.]+)([a-zµμ]+)/g)].reduce(
    (sum, [, number = '', unit = '']) => sum + Number(number) * (nanoseconds[unit] ?? 0),
    0,
  );
  if (total >= 2 ** 63) return `${text} is longer than a duration can be.`;
  if (total === 0 || (sign !== '-' && total >= 1e6)) return undefined;
  return `${text} is too short: at least 1ms is needed.`;
}

function retriesProblem(text: string): string | undefined {
  if (text === '') return undefined;
  if (!/^[+-]?\d+$/.test(text)) return `“${text}” is no number.`;
  const number = Number(text);
  if (number < 0) return `The number of retries can’t be negative.`;
  return number > 2 ** 31 - 1 ? `${text} is more than can be counted.` : undefined;
}

/** Octal up to 07777, or symbolic as of chmod. */
function modeProblem(text: string): string | undefined {
  if (/^[0-9]/.test(text)) {
    const octal = /^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o7777;
    return octal ? undefined : `“${text}” is no file mode. Octal ones go from 0 to 7777.`;
  }
  const symbolic = /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*$/.test(
    text,
  );
  return symbolic
    ? undefined
    : `“${text}” is no file mode. Write it in octal, such as 755, or as u=rwx,go=rx.`;
}

function deviceProblem(text: string): string | undefined {
  if (text === '') return 'The device is missing. Write its CDI name, such as vendor.com/gpu=all.';
  let named = false;
  for (const field of text.split(',')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (key === 'required') {
      if (equals >= 0 && !booleans.has(field.slice(equals + 1))) return 'required is true or false.';
    } else if (named) {
      return `“${field}” is no option of a device. Behind its name there is only required.`;
    } else named = true;
  }
  return undefined;
}
