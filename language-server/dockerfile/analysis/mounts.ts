import type { Span } from '../../text/span.ts';
import { type LogicalLine, type Word, wordIn } from '../syntax/logicalLine.ts';
import type { Flag } from '../syntax/tree.ts';

/** An option of `RUN --mount` or `--device`, such as `type=cache` or `readonly`. */
export interface FlagOption {
  readonly span: Span;
  readonly key: Word;
  /** Behind the `=`; absent where there is none. */
  readonly value?: Word;
}

/** Splits a flag's value at commas. The quotes of CSV are gone already: BuildKit takes them off all flags. */
export function mountOptions(line: LogicalLine, { value }: Flag): readonly FlagOption[] {
  if (value === undefined) return [];
  const options: FlagOption[] = [];
  let start = 0;
  for (const field of value.text.split(',')) {
    const end = start + field.length;
    const whole = wordIn(line, value, start, end);
    const equals = field.indexOf('=');
    const keyEnd = equals < 0 ? end : start + equals;
    const key = wordIn(line, value, start, keyEnd);
    options.push(
      equals < 0
        ? { span: whole.span, key }
        : { span: whole.span, key, value: wordIn(line, value, keyEnd + 1, end) },
    );
    start = end + 1;
  }
  return options;
}
