import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { loadGrammars, tokenize } from './grammars.ts';

/** Language, a file name's end, and the program that reads it from its input, where there is one. */
const languages = [
  ['shellscript', 'sh', 'bash'],
  ['python', 'py', 'python3'],
  ['javascript', 'mjs', 'node'],
  ['typescript', 'ts', 'deno'],
  ['json', 'json'],
  ['yaml', 'yml'],
  ['xml', 'svg'],
  ['html', 'html'],
  ['css', 'css'],
  ['ini', 'ini'],
  ['sql', 'sql', 'psql'],
  ['perl', 'pl', 'perl'],
  ['ruby', 'rb', 'ruby'],
  ['powershell', 'ps1', 'pwsh'],
] as const;

suite('The language of a here-document', async () => {
  const grammar = await (await loadGrammars())('source.dockerfile');

  const embedded = (instruction: string, first: string): string | undefined => {
    const [, body] = tokenize(grammar, [instruction, first, 'EOF']);
    const scope = body?.[0]?.scopes.find((name) => name.startsWith('meta.embedded.block.'));
    return scope?.slice('meta.embedded.block.'.length);
  };

  for (const [language, extension, program] of languages) {
    test(`${language} by the file that it is written to`, () => {
      assert.equal(embedded(`COPY <<EOF /x/a.${extension}`, 'x'), language);
      assert.equal(embedded(`COPY <<a.${extension} /x/`, 'x'), language);
      assert.equal(embedded(`RUN cat <<EOF >/x/a.${extension}`, 'x'), language);
      assert.equal(embedded(`RUN cat <<EOF > "/x/a.${extension}" && ls`, 'x'), language);
      assert.equal(embedded(`RUN cat > /x/a.${extension} <<EOF`, 'x'), language);
      assert.equal(embedded(`RUN tee /x/a.${extension} <<'EOF'`, 'x'), language);
      assert.equal(embedded(`COPY <<EOF /x/a.${extension}x`, 'x'), undefined);
    });

    test(`${language} as the second of two files`, () => {
      const [, , , body] = tokenize(grammar, [
        `COPY <<a <<b.${extension} /x/`,
        'x',
        'a',
        'x',
        `b.${extension}`,
      ]);
      assert.ok(body?.[0]?.scopes.includes(`meta.embedded.block.${language}`));
    });

    if (program === undefined) continue;
    test(`${language} by the program that reads it`, () => {
      assert.equal(embedded(`RUN ${program} <<EOF`, 'x'), language);
      assert.equal(embedded(`RUN set -e; /usr/bin/${program} - x <<-EOF`, 'x'), language);
      assert.equal(embedded(`RUN cat <<EOF | ${program}`, 'x'), language);
      assert.equal(embedded(`RUN <<EOF ${program}`, 'x'), language);
      assert.equal(embedded(`RUN ${program} --version; cat <<EOF`, 'x'), undefined);
    });

    if (language === 'sql') continue;
    test(`${language} by its first line`, () => {
      assert.equal(embedded('COPY <<EOF /x/a', `#!/usr/bin/env ${program}`), language);
      assert.equal(embedded('RUN <<EOF', `#!/usr/bin/${program}`), language);
    });
  }

  test('a line that opens 5,000 is coloured too, in time that grows with its length', () => {
    const [opening, , end] = tokenize(grammar, [`COPY${' <<EOF'.repeat(5000)} /x/`, 'x', 'EOF']);
    assert.ok((opening?.length ?? 0) > 10_000);
    assert.ok(end?.[0]?.scopes.includes('keyword.control.heredoc.dockerfile'));
  });
});
