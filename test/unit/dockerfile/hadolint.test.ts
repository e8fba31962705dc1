import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { dockerfile } from '../../../language-server/dockerfile/language.ts';
import { findings } from '../../../language-server/lint/run.ts';

/** The lines, counted from 1, at which a rule finds something. */
function linesOf(code: string, text: string): readonly number[] {
  const found = findings(dockerfile, dockerfile.parse(text), assert.ifError);
  return found
    .filter((finding) => finding.code === code)
    .map(({ span }) => text.slice(0, span.start).split('\n').length);
}

interface Cases {
  /** Texts with a `!` at the end of each line where something is found. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/**
 * What hadolint says of small files, beyond the rules' own examples: also of such that begin with no FROM, as people try
 * rules out with.
 */
const table: Readonly<Record<string, Cases>> = {
  DL3002: {
    bad: [
      'FROM a:1 AS a\nUSER root:root!\nFROM b:1\nUSER b\n',
      'FROM a:1 AS a\nUSER 0!\nFROM a\nRUN x\n',
      'FROM a:1\nUSER a\nUSER "root"!\n',
      'FROM a:1\nuser \\\n  root!\n',
    ],
    good: ['FROM a:1\nUSER rooty\nFROM a:2\nUSER 01\n', 'FROM a:1\nUSER root\nUSER ${U}\n'],
  },
  DL3006: {
    bad: ['FROM debian!\nFROM debian AS b!\nFROM b AS c\n', 'FROM --platform=$BUILDPLATFORM a/b!\n'],
    good: [
      'FROM a:1 AS B\nFROM b\n',
      'FROM a@sha256:f1dbca0f5dbc9\n',
      'FROM scratch\n',
      'FROM $A\nFROM a/${B}\n',
    ],
  },
  DL3007: {
    bad: ['FROM a:latest!\n', 'FROM localhost:5000/a:latest AS b!\n'],
    good: ['FROM latest:1\n', 'FROM a:latest-slim\n', 'FROM localhost:5000/latest\n'],
  },
  DL3011: {
    bad: ['EXPOSE 80000!\n', 'FROM a:1\nEXPOSE 1-65536!\nEXPOSE 70000/udp!\nONBUILD EXPOSE 65536!\n'],
    good: ['EXPOSE 65535 0\n', 'FROM a:1\nEXPOSE ${PORT} $A-$B 1-2/udp\n'],
  },
  DL3020: {
    bad: [
      'ADD a /b!\n',
      'FROM a:1\nADD --chown=a:b a.txt /b!\n',
      'FROM a:1\nADD ["a b", "/c"]!\n',
      'ADD "a.zip" /b!\n',
    ],
    good: ['ADD a.tar /b\nADD "a.tbz2" /b\nADD a.Z b.lzma /c\n', 'ADD "https://a/b" /c\n', 'COPY a /b\n'],
  },
  DL3021: {
    bad: ['COPY a b c!\n', 'FROM a:1\nCOPY --from=b:1 a b .!\n', 'COPY ["a", "b", "c"]!\n'],
    good: ['COPY a b\nCOPY a b c/\nCOPY a b "c/"\n', 'COPY ["a b", "c"]\n', 'ADD a b c\n'],
  },
  DL3022: {
    bad: [
      'COPY --from=a b c!\n',
      'FROM a:1\nCOPY --from=1 b c!\nFROM b:1 AS c\n',
      'FROM a:1\nCOPY --from=c a b!\nFROM b:1 AS c\n',
    ],
    good: ['FROM a:1 AS b\nFROM c:1\nCOPY --from=b a b\nCOPY --from=0 a b\nCOPY --from=x:2 a b\nCOPY a b\n'],
  },
  DL3023: {
    bad: ['FROM a:1 AS b\nRUN x\nCOPY --from=B c d!\n'],
    good: ['FROM a:1 AS b\nFROM a:1 AS c\nCOPY --from=b c d\n', 'FROM a:1\nCOPY --from=a:1 b c\n'],
  },
  DL3029: {
    bad: ['FROM --platform=linux a:1!\n', 'ARG P\nFROM --platform=$P a:1 AS b!\n'],
    good: ['FROM a:1\nFROM --platform=${BUILDPLATFORM:-linux/amd64} a:1\n'],
  },
  DL3043: {
    bad: ['ONBUILD ONBUILD RUN x!\nONBUILD from a:1!\nonbuild MAINTAINER "x"!\n'],
    good: ['ONBUILD RUN x\nONBUILD LABEL a="b"\nFROM a:1\nMAINTAINER x\n'],
  },
  DL3044: {
    bad: [
      'ENV A="x" B="$A/$AB/y"!\n',
      'ENV B=${A} A=1!\n',
      'ENV PATH=/a:${PATH} PATH=/b:${PATH}!!\n',
      'FROM a:1\nENV A=1 \\\n  B=2 \\\n  C=$B!\n',
    ],
    good: [
      'ENV A=x\nENV B=$A\n',
      'ENV A="x" B="${XA}/$AX" C=A/$AX/A\n',
      'ARG A\nENV A=$A B=$A\n',
      'ENV A x\nENV A=${A}\n',
      'ENV A=x:$A\nENV A=y:$A\n',
      "ENV A=x B='$A' C=\\$A\n",
    ],
  },
  DL3045: {
    bad: [
      'COPY a b!\n',
      'COPY a "b"!\n',
      'FROM a:1 AS a\nWORKDIR c:\\\\x\nFROM a:1\nCOPY a .!\n',
      'FROM a:1\nCOPY <<EOF b!\nx\nEOF\n',
      'FROM a:1\nONBUILD COPY a b!\n',
    ],
    good: [
      "COPY a '/b'\n",
      'COPY a c:/b\nCOPY a "d:\\b"\nCOPY a "$B"\nCOPY a ${B}/c\n',
      'WORKDIR /a\nCOPY a b\n',
      'FROM a:1 AS b\nWORKDIR /x\nFROM b AS c\nRUN x\nFROM c\nCOPY a b\n',
      'ADD a b\n',
    ],
  },
  DL3048: {
    bad: [
      'LABEL io.docker.x="y"!\nLABEL org.dockerproject.x=y!\n',
      'LABEL a$b=c!\nLABEL .a =b!\nLABEL -a=b!\nLABEL 1a=b!\nLABEL a..b=c!\nLABEL a-=b!\n',
    ],
    good: ['LABEL a=b org.a-b.c3="d" "e"=f\n', 'ENV A_B=1\n'],
  },
  DL3059: {
    bad: [
      'RUN a\nRUN b!\nRUN c!\n',
      'RUN a\n# x\n\n# y\nRUN b!\n',
      'RUN --mount=type=secret,id=a x\nRUN --mount=type=secret,id=a y!\n',
      'RUN a && b\nRUN c\nRUN d!\n',
      'RUN ["a"]\nRUN ["b"]!\n',
    ],
    good: [
      'RUN a\nUSER 1\nRUN b\n',
      'RUN a; b\nRUN c\nUSER 1\nRUN d\nRUN e | f\n',
      'RUN a\nRUN --network=none b\n',
      'FROM a:1\nRUN a\nFROM b:1\nRUN b\n',
    ],
  },
  DL3061: {
    bad: ['LABEL a=b!\nFROM a:1\n', 'ARG A\nRUN x!\nRUN y!\n'],
    good: ['# x\nARG A\nFROM a:1\nARG B\nRUN x\n', 'make it so\nFROM a:1\n'],
  },
  DL3066: {
    bad: ['USER a!\n', 'FROM a:1 AS b\nUSER 1\nFROM b\nUSER 1\nUSER a:1!\n'],
    good: [
      'USER 1\n',
      'USER 1:2\n',
      'FROM a:1\nUSER a\nUSER 1\n',
      'FROM a:1\nUSER a\nFROM b:1\n',
      'ARG U\nFROM a:1\nUSER $U:1\n',
    ],
  },
  DL3067: {
    bad: ['COPY --from=a \'/\' "/"!\n', 'FROM a:1 AS a\nFROM scratch\nCOPY --from=a /x / /!\n'],
    good: ['COPY --from=a / /a\nCOPY --from=a /a /\nCOPY / /\nADD / /\n'],
  },
};

suite('hadolint’s rules', () => {
  for (const [code, { bad, good }] of Object.entries(table)) {
    for (const marked of bad) {
      test(`${code} finds ${JSON.stringify(marked)}`, () => {
        const expected = marked.split('\n').flatMap((line, index) => {
          const [marks = ''] = /!*$/.exec(line) ?? [];
          return Array.from(marks, () => index + 1);
        });
        assert.notEqual(expected.length, 0);
        assert.deepEqual(linesOf(code, marked.replace(/!+$/gm, '')), expected);
      });
    }
    for (const text of good)
      test(`${code} accepts ${JSON.stringify(text)}`, () => assert.deepEqual(linesOf(code, text), []));
  }
});
