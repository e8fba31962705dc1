import type { GrammarProblem } from './problem.ts';

/** Source: docker/go-units' `RAMInBytes`; `-1` is Compose's "no limit". */
export function bytesProblem(value: string): GrammarProblem | undefined {
  if (/^(?:-1|\d+(?:\.\d*)?\s*(?:[kmgtp]i?b?|b)?)$/i.test(value)) return undefined;
  return {
    message: `\`${value}\` is no size. Write a number with a unit, such as \`512m\`, \`1.5g\` or \`64kb\`.`,
  };
}

/** Source: Go's `time.ParseDuration`, with days and weeks as Compose has them. */
export function durationProblem(value: string): GrammarProblem | undefined {
  if (/^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/.test(value)) return undefined;
  if (/^\d+$/.test(value)) {
    return {
      message: `\`${value}\` has no unit. Write a duration such as \`${value}s\`.`,
      replacement: `${value}s`,
    };
  }
  return {
    message: `\`${value}\` is no duration. Write numbers with units, such as \`1m30s\`; the units are ns, us, ms, s, m, h.`,
  };
}

export function integerProblem(value: string): GrammarProblem | undefined {
  return /^\s*[-+]?(?:0[xX][\da-fA-F]+|0[oO][0-7]+|[\d_]+)\s*$/.test(value)
    ? undefined
    : { message: `\`${value}\` is no whole number.` };
}

export function numberProblem(value: string): GrammarProblem | undefined {
  return /^\s*[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value)
    ? undefined
    : { message: `\`${value}\` is no number.` };
}
