import type { Part } from './port.ts';
import type { GrammarProblem } from './problem.ts';

/** The parts of a volume's short form: `[source:]target[:options]`. */
export interface ShortMount {
  readonly source?: Part;
  readonly target: Part;
  readonly options?: Part;
  /** Behind the options. */
  readonly rest?: Part;
}

/** Splits at colons, but not at a drive's and not inside `${…}`. */
export function splitMount(value: string): ShortMount {
  const parts: Part[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= value.length; i++) {
    const character = value[i];
    if (character === '$' && value[i + 1] === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    const drive =
      character === ':' && i - start === 1 && /[a-zA-Z]/.test(value[start] ?? '') && value.length > 2;
    if (i < value.length && (character !== ':' || depth > 0 || drive)) continue;
    parts.push({ text: value.slice(start, i), start });
    start = i + 1;
  }
  const [first = { text: '', start: 0 }, second, options, rest] = parts;
  if (second === undefined) return { target: first };
  return {
    source: first,
    target: second,
    ...(options === undefined ? {} : { options }),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Whether a mount's source is a path and not a volume's name. Source: compose-go. */
export function isPath(source: string): boolean {
  return /^(?:[./~]|\\\\|[a-zA-Z]:)/.test(source);
}

/** Source: compose-go's reading of the short form. */
export function mountProblem(value: string): GrammarProblem | undefined {
  const { source, target, options, rest } = splitMount(value);
  if (source?.text === '' || target.text === '' || options?.text === '') {
    return { message: `\`${value}\` has an empty part. Write \`source:target\` or \`source:target:ro\`.` };
  }
  if (rest !== undefined) {
    return {
      message: 'There are too many colons. Write `source:target:options`.',
      start: rest.start - 1,
      end: value.length,
    };
  }
  return undefined;
}
