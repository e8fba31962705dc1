import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completion } from '../../../language-server/dockerfile/features/completion.ts';
import type { CompletionItem, Surroundings } from '../../../language-server/language.ts';
import { applyEdits } from '../../../language-server/text/edit.ts';
import { open, openAt } from './open.ts';
import { samples } from './samples.ts';

const surroundings: Surroundings = {
  images: async () => ['nginx:1.27', 'app:dev'],
  list: async (_uri, path) => (path === '.' ? ['src/', 'package.json'] : path === 'src/' ? ['main.ts'] : []),
};

async function complete(fixture: string): Promise<{ items: readonly CompletionItem[]; text: string }> {
  const { document, offset } = openAt(fixture);
  const items = await completion(document, offset, surroundings, new AbortController().signal);
  return { items, text: document.text };
}

/** Checks what a list has, and what it may not have (`!label`). */
function has(name: string, fixture: string, labels: readonly string[]): void {
  test(name, async () => {
    const found = (await complete(fixture)).items.map(({ label }) => label);
    for (const label of labels) {
      if (label.startsWith('!')) assert.ok(!found.includes(label.slice(1)), `${label} in ${found}`);
      else assert.ok(found.includes(label), `${label} is not in ${found}`);
    }
    if (labels.length === 0) assert.deepEqual(found, []);
    assert.deepEqual(found, [...new Set(found)], 'nothing comes twice');
  });
}

/** Checks the text after an item is taken. */
function takes(name: string, fixture: string, label: string, expected: string): void {
  test(name, async () => {
    const { items, text } = await complete(fixture);
    const item = items.find((candidate) => candidate.label === label);
    assert.ok(item, `${label} is not in ${items.map((candidate) => candidate.label)}`);
    assert.equal(applyEdits(text, [item.edit]), expected);
  });
}

describe('instructions', () => {
  has('in an empty file', '$0', ['FROM', 'ARG', '!RUN']);
  has('before the first FROM', 'ARG x\n$0\nFROM a\n', ['ARG', '!RUN']);
  has('in a stage', 'FROM a\n$0', ['RUN', 'COPY', 'FROM', 'ONBUILD', 'MAINTAINER']);
  has('half typed', 'FROM a\nRU$0', ['RUN']);
  has('as triggers', 'FROM a\nONBUILD $0', ['RUN', '!FROM', '!ONBUILD', '!MAINTAINER']);
  has('not in a here-document', 'FROM a\nRUN <<EOF\n$0\nEOF\n', []);
  has('not on a line that goes on', 'FROM a\nRUN x \\\n  $0', []);
  has('not in a comment', 'FROM a\n# $0', []);
  takes('in the case of the file', 'from a\nr$0', 'run', 'from a\nrun ${0}');
  takes('without a snippet where arguments are', 'FROM a\nR$0 x\n', 'RUN', 'FROM a\nRUN x\n');
  takes('with a snippet', 'FROM a\nEXP$0', 'EXPOSE', 'FROM a\nEXPOSE ${1:8080}');
});

describe('flags', () => {
  has('of COPY', 'FROM a\nCOPY --$0', ['--from', '--chown', '--link', '!--mount']);
  has('not those that are given', 'FROM a\nCOPY --link --$0 a b', ['--from', '!--link']);
  has('again where they may be repeated', 'FROM a\nRUN --mount=type=ssh --$0', ['--mount', '--network']);
  has('not behind the first argument', 'FROM a\nCOPY a --$0', ['!--from']);
  takes('with =', 'FROM a\nCOPY --fr$0 a b', '--from', 'FROM a\nCOPY --from= a b');
  takes('alone', 'FROM a\nCOPY --li$0', '--link', 'FROM a\nCOPY --link');
  has('with values', 'FROM a\nRUN --network=$0', ['default', 'none', 'host']);
  has('with platforms', 'FROM --platform=$0 a', ['$BUILDPLATFORM', 'linux/arm64']);
  takes(
    'on a continued line',
    'FROM a\nRUN --mount=type=ssh \\\n  --ne$0',
    '--network',
    'FROM a\nRUN --mount=type=ssh \\\n  --network=',
  );
});

describe('mounts', () => {
  has('options', 'FROM a\nRUN --mount=$0', ['type', 'target', 'from', 'size']);
  has('types', 'FROM a\nRUN --mount=type=$0', ['bind', 'cache', 'secret', 'ssh', 'tmpfs']);
  has('options of a type', 'FROM a\nRUN --mount=type=secret,$0', [
    'id',
    'env',
    'required',
    '!sharing',
    '!type',
  ]);
  has('values of options', 'FROM a\nRUN --mount=type=cache,sharing=$0', ['locked']);
  has('stages', 'FROM a AS one\nFROM b\nRUN --mount=type=bind,from=$0', ['one', 'nginx:1.27']);
  takes(
    'in the middle',
    'FROM a\nRUN --mount=type=cache,ta$0 x',
    'target',
    'FROM a\nRUN --mount=type=cache,target= x',
  );
});

describe('stages and images', () => {
  has('in FROM', 'FROM a AS Base\nFROM b\nFROM $0', ['base', 'nginx:1.27', 'scratch', '!1']);
  has('in --from', 'FROM a AS base\nFROM b\nFROM c AS own\nCOPY --from=$0', [
    'base',
    '1',
    'app:dev',
    '!own',
    '!2',
  ]);
  has('AS behind the image', 'FROM a $0', ['AS']);
  takes('over what is typed', 'FROM ngi$0', 'nginx:1.27', 'FROM nginx:1.27');
  takes('with its tag', 'FROM nginx:1$0', 'nginx:1.27', 'FROM nginx:1.27');
});

describe('variables', () => {
  const file = 'ARG G=1\nFROM a AS one\nARG A=1\nENV E=2\n';
  has('in a stage', `${file}RUN echo $$0`, ['A', 'E', '!G', '!TARGETARCH']);
  has('in FROM', `${file}FROM $$0`, ['G', 'TARGETPLATFORM', '!A']);
  has('inherited', `${file}FROM one\nWORKDIR /$$0`, ['A', 'E']);
  has('not from other stages', `${file}FROM a\nWORKDIR /$$0`, []);
  has('at run time', `${file}CMD echo $$0`, ['E', '!A']);
  has('not those below', `FROM a\nWORKDIR $$0\nENV LATER=1\n`, ['!LATER']);
  has('in here-documents', `${file}RUN <<X\necho $$0\nX\n`, ['A', 'E']);
  takes('with the closing brace', `${file}WORKDIR \${$0`, 'E', `${file}WORKDIR \${E}`);
  takes('without it where it is', `${file}WORKDIR \${$0}`, 'E', `${file}WORKDIR \${E}`);
  takes('half typed', `${file}WORKDIR /x/$E$0`, 'E', `${file}WORKDIR /x/$E`);
  has('names behind ARG', `${file}ARG $0`, ['G', 'TARGETARCH', 'HTTP_PROXY']);
});

describe('files', () => {
  has('sources', 'FROM a\nCOPY $0', ['src/', 'package.json']);
  has('in folders', 'FROM a\nADD src/m$0 /x', ['main.ts']);
  has('in JSON', 'FROM a\nCOPY ["src/$0', ['main.ts']);
  has('not in a here-document', 'FROM a\nCOPY <<X /y\n$0\nX\n', []);
  has('not from another stage', 'FROM a AS b\nFROM c\nCOPY --from=b $0', []);
  takes('the last part alone', 'FROM a\nCOPY src/$0', 'main.ts', 'FROM a\nCOPY src/main.ts');
});

describe('directives and words', () => {
  has('at the top', '# $0', ['syntax', 'escape', 'check']);
  has('not below an instruction', 'FROM a\n# $0\n', []);
  has('not twice', '# syntax=docker/dockerfile:1\n# $0', ['check', '!syntax']);
  has('checks', '# check=skip=$0', ['all', 'UndefinedVar']);
  has('checks above an instruction', 'FROM a\n# check=skip=UndefinedVar,$0\nRUN x\n', [
    'JSONArgsRecommended',
  ]);
  takes('an option', '# check=$0', 'skip', '# check=skip=');
  has('frontends', '# syntax=$0', ['docker/dockerfile:1']);
  has('health checks', 'FROM a\nHEALTHCHECK --interval=5s $0', ['CMD', 'NONE']);
  has('signals', 'FROM a\nSTOPSIGNAL SIG$0', ['SIGTERM', 'SIGQUIT']);
});

test('nothing throws anywhere, and edits stay on the cursor’s line', async () => {
  for (const sample of samples) {
    const document = open(sample);
    for (let offset = 0; offset <= sample.length; offset++) {
      for (const { edit } of await completion(document, offset, surroundings, new AbortController().signal)) {
        assert.ok(
          edit.span.start <= offset && offset <= edit.span.end,
          `${JSON.stringify(sample)} at ${offset}`,
        );
        assert.doesNotMatch(sample.slice(edit.span.start, edit.span.end), /\n/);
      }
    }
  }
});
