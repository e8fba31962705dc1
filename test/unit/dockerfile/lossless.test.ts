import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dockerfile } from '../../../language-server/dockerfile/language.ts';
import { findings } from '../../../language-server/lint/run.ts';
import { contains } from '../../../language-server/text/span.ts';
import { checkSpans, print } from './print.ts';
import { samples } from './samples.ts';

/** Parses, checks that nothing is lost and that all is where it says, and runs everything that may not throw. */
function survives(text: string): void {
  const tree = dockerfile.parse(text);
  assert.equal(print(tree), text);
  checkSpans(tree);
  const found = findings(dockerfile, tree, (error) => {
    throw error;
  });
  const whole = { start: 0, end: text.length };
  for (const { span, message } of found) assert.ok(contains(whole, span) && span.start <= span.end, message);
}

describe('a parsed Dockerfile prints as it was', () => {
  for (const sample of samples) test(JSON.stringify(sample.slice(0, 40)), () => survives(sample));

  test('cut off, as while typing', () => {
    for (const sample of samples) {
      const step = Math.ceil(sample.length / 100);
      for (let end = 0; end < sample.length; end += step) survives(sample.slice(0, end));
    }
  });

  test('with pieces taken out, doubled, swapped and put in', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'\\`"\'$${}<<-=,#[]\n\r\t :/@\uFEFF\0é😀'),
      fc.constantFrom(
        '\\\n',
        '<<EOF',
        'EOF\n',
        '--mount=',
        '${a:-',
        '# check=skip=',
        'ONBUILD ',
        '\r\n',
        '\n\n',
      ),
    );
    const mutation = fc.record({
      at: fc.nat(3000),
      length: fc.nat(30),
      piece: fc.option(piece, { nil: '' }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        (sample, mutations) => {
          let text = sample;
          for (const { at, length, piece: put } of mutations) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + put + text.slice(start + length);
          }
          survives(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('made of anything', () => {
    const codes = fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff)), { maxLength: 200 });
    fc.assert(
      fc.property(codes, (units) => survives(String.fromCharCode(...units))),
      { numRuns: 100 },
    );
    const line = fc.constantFrom(
      'FROM a AS b',
      'FROM b',
      'ARG x',
      'ENV x=$x$y',
      'RUN <<E',
      'E',
      '\\',
      '#',
      '',
      'COPY --from=b . .',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => survives(lines.join('\n'))),
      { numRuns: 100 },
    );
  });
});

test('huge and hostile files are parsed in time that grows with their length', () => {
  const hostile = [
    '\0'.repeat(2_000_000),
    'FROM a\n'.repeat(10_000),
    `RUN ${'a \\\n'.repeat(50_000)}`,
    `ENV a=${'${a:-'.repeat(50_000)}`,
    `ENV a=${'$a'.repeat(50_000)}`,
    `RUN <<E\n${'$a \' " \n'.repeat(20_000)}`,
    `COPY <<E /a\n${'${a} '.repeat(20_000)}\nE\n`,
    `RUN <<${' '.repeat(500_000)}<`,
    `RUN --mount=${'a,'.repeat(50_000)} x`,
    `FROM a AS s0\n${Array.from({ length: 1500 }, (_, i) => `FROM s${i} AS s${i + 1}\nENV v${i}=$v${i - 1}`).join('\n')}`,
    `FROM a\nENV a=aaaaaaaa\n${'ENV a=$a$a\n'.repeat(1500)}`,
    `FROM a\n${Array.from({ length: 1500 }, (_, i) => `ENV v${i}=$w${i}`).join('\n')}`,
    `CMD ${'['.repeat(20_000)}`,
    `# ${' '.repeat(1_000_000)}=\n`,
    `${'ONBUILD '.repeat(50_000)}\n`,
    `ENV a=${'"'.repeat(500_001)}`,
    `EXPOSE ${'1 '.repeat(40_000)}`,
  ];
  for (const text of hostile) {
    const tree = dockerfile.parse(text);
    assert.equal(print(tree), text);
    findings(dockerfile, tree, (error) => {
      throw error;
    });
  }
});
