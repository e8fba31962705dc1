import type { Span } from '../../text/span.ts';
import type { YamlScalar } from './node.ts';

export type ScalarType = 'null' | 'boolean' | 'number' | 'text';

/**
 * How Compose's YAML reader takes a scalar: `yes`, `on` and `22:22` are text, `0440` is an octal number.
 * Source: the resolution of go-yaml v3 into untyped values.
 */
export function scalarType(scalar: YamlScalar): ScalarType {
  const { value, style, tag } = scalar;
  if (style !== 'plain' || tag === '!!str' || tag === 'tag:yaml.org,2002:str') return 'text';
  if (/^(?:|~|null|Null|NULL)$/.test(value)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return 'boolean';
  if (!/^[-+.\d]/.test(value)) return 'text';
  if (/^[-+]?(?:0[bB][01_]+|0[oO]?[0-7_]+|0[xX][\da-fA-F_]+|\d[\d_]*)$/.test(value)) return 'number';
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(value)) return 'number';
  return /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(value) ? 'number' : 'text';
}

/** The number that Compose reads; NaN for what is none. */
export function numberOf(value: string): number {
  const text = value.replaceAll('_', '');
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  if (/^0[oO]?[0-7]+$/.test(digits)) return sign * Number.parseInt(digits.replace(/^0[oO]?/, ''), 8);
  return digits === '' ? Number.NaN : sign * Number(digits);
}

/** Where `value.slice(from, to)` of a scalar stands in the text: the whole scalar where escapes or folds lie between. */
export function partOf(text: string, scalar: YamlScalar, from: number, to: number): Span {
  const { span, value, style } = scalar;
  const quotes = style === 'single' || style === 'double' ? 1 : 0;
  const start = span.start + quotes;
  if (style !== 'block' && text.startsWith(value, start) && span.end - start - quotes === value.length) {
    return { start: start + from, end: start + to };
  }
  return span;
}
