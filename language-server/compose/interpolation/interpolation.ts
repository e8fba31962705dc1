import type { Span } from '../../text/span.ts';

/** A variable in a value: `$NAME`, `${NAME}`, `${NAME:-otherwise}`. */
export interface Variable {
  readonly name: string;
  /** From the `$` to the end. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly operator?: ':-' | '-' | ':?' | '?' | ':+' | '+';
  /** What stands behind the operator. */
  readonly argument?: Span;
}

export interface InterpolationError {
  readonly kind: 'unclosed' | 'name' | 'operator' | 'dollar';
  readonly span: Span;
}

/**
 * The variables of `text.slice(start, end)`, also those inside of defaults, and what Compose can't read. `$$` is a
 * dollar sign. Source: compose-go's template grammar.
 */
export function interpolation(
  text: string,
  { start, end }: Span = { start: 0, end: text.length },
): { readonly variables: readonly Variable[]; readonly errors: readonly InterpolationError[] } {
  const variables: Variable[] = [];
  const errors: InterpolationError[] = [];
  const ends = closings(text, { start, end });
  let at = start;
  while (at < end) {
    const dollar = text.indexOf('$', at);
    if (dollar === -1 || dollar >= end) break;
    at = dollar + 1;
    const next = text[at] ?? '';
    if (at < end && next === '$') {
      at++;
    } else if (at < end && next === '{') {
      const close = ends.get(dollar);
      if (close === undefined) {
        errors.push({ kind: 'unclosed', span: { start: dollar, end } });
        at++;
        continue;
      }
      at = braced(text, dollar, close, variables, errors);
    } else {
      const name = at < end ? nameAt(text, at, end) : '';
      const span = { start: dollar, end: at + name.length };
      if (name === '') errors.push({ kind: 'dollar', span });
      else variables.push({ name, span, nameSpan: { start: at, end: span.end } });
      at = span.end;
    }
  }
  return { variables, errors };
}

/** Where each `${` ends, by the offset of its `$`: one pass, so that a thousand open ones cost no square. */
function closings(text: string, { start, end }: Span): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    if (text[i] === '$' && text[i + 1] === '$') i++;
    else if (text[i] === '$' && text[i + 1] === '{' && i + 1 < end) open.push(i++);
    else if (text[i] === '}') {
      const dollar = open.pop();
      if (dollar !== undefined) found.set(dollar, i);
    }
  }
  return found;
}

/** Answers where to read on: behind the operator, as its argument may have variables too, else behind the brace. */
function braced(
  text: string,
  dollar: number,
  close: number,
  variables: Variable[],
  errors: InterpolationError[],
): number {
  const start = dollar + 2;
  const span = { start: dollar, end: close + 1 };
  const name = nameAt(text, start, close);
  const nameSpan = { start, end: start + name.length };
  if (name === '') {
    errors.push({ kind: 'name', span });
    return span.end;
  }
  if (nameSpan.end === close) {
    variables.push({ name, span, nameSpan });
    return span.end;
  }
  const operator = /^:?[-?+]/.exec(text.slice(nameSpan.end, Math.min(nameSpan.end + 2, close)))?.[0];
  if (operator === undefined) {
    errors.push({ kind: 'operator', span });
    return span.end;
  }
  const argument = { start: nameSpan.end + operator.length, end: close };
  variables.push({ name, span, nameSpan, operator: operator as NonNullable<Variable['operator']>, argument });
  return argument.start;
}

function nameAt(text: string, at: number, end: number): string {
  const pattern = /[A-Za-z_][A-Za-z0-9_]*/y;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].slice(0, end - at) ?? '';
}
