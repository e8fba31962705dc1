import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { syntaxErrors } from '../../../language-server/dockerfile/errors/syntaxErrors.ts';
import { parseDockerfile } from '../../../language-server/dockerfile/tree.ts';
import { markable, readMarks } from '../fixture.ts';

/** Checks where the errors of a fixture are, by its marks: each message begins with the mark's words. */
function check(fixture: string): void {
  const { text, marks } = readMarks(fixture);
  const found = [...syntaxErrors(parseDockerfile(text))].sort((a, b) => a.span.start - b.span.start);
  const shown = found.map(({ span, code, message }) => ({
    span: markable(text, span),
    message: `${code}: ${message}`,
  }));
  const expected = marks.map(({ span, message }, index) => {
    const actual = shown[index]?.message;
    return { span, message: actual?.startsWith(message) === true ? actual : message };
  });
  assert.deepEqual(shown, expected);
}

function cases(name: string, fixtures: readonly string[]): void {
  describe(name, () => {
    for (const fixture of fixtures) test(JSON.stringify(fixture), () => check(fixture));
  });
}

cases('instructions', [
  'FORM alpine\n^^^^ UnknownInstruction: There is no instruction “FORM”. Did you mean FROM?\n',
  'from alpine\nrunn x\n^^^^ UnknownInstruction: There is no instruction “runn”. Did you mean run?\n',
  'FROM alpine\nRUN a &&\n  bcde\n  ^^^^ UnknownInstruction: There is no instruction “bcde”. If it belongs to the line above, end that line with \\.\n',
  '# escape=`\nFROM alpine\nxyzzy\n^^^^^ UnknownInstruction: There is no instruction “xyzzy”. If it belongs to the line above, end that line with `.\n',
  'RUN x\n^^^ NoStage: RUN stands before the first FROM\nFROM alpine\n',
  'ARG x\n^^^ NoStage: The file has no stage to build.\n',
  '# nothing\n         ^ NoInstructions:',
  'FROM alpine\nONBUILD ONBUILD RUN x\n        ^^^^^^^ InvalidTrigger:\nONBUILD FROM x\n        ^^^^ InvalidTrigger:\nONBUILD maintainer x\n        ^^^^^^^^^^ InvalidTrigger:\n',
]);

cases('directives', [
  '# escape=x\n         ^ InvalidEscape:\nFROM alpine\n',
  '# syntax=docker/dockerfile:1\n# SYNTAX=docker/dockerfile:1\n  ^^^^^^ DuplicateDirective:\nFROM alpine\n',
  '# check=skip\n        ^^^^ InvalidCheckOption:\nFROM alpine\n',
  '# check=error=maybe\n        ^^^^^^^^^^^ InvalidCheckOption: “maybe” is neither\nFROM alpine\n',
  '# check=skip=all;error=true\nFROM alpine\n',
  '#!/usr/bin/env docker\n# check=x=1\n        ^^^ InvalidCheckOption:\nFROM alpine\n',
  // The search for directives ends at one of another name; then `escape` is a comment.
  '# foo=bar\n# escape=`\nFROM alpine\nRUN a `\nb\n^ UnknownInstruction:\n',
  '# escape=`\nFROM alpine\nRUN a `\nb\n',
  '\n# escape=x\nFROM alpine\n',
  // Another frontend has a grammar of its own.
  '# syntax=example.com/other/frontend:1\nINCLUDE x\n',
  '# syntax=registry.example.com/docker/dockerfile:1.7\nINCLUDE x\n^^^^^^^ UnknownInstruction:\nFROM a\n',
]);

cases('here-documents', [
  'FROM alpine\nRUN <<EOF\n    ^^^^^ UnterminatedHeredoc: The here-document has no end. Put EOF on a line of its own\nx\n EOF\n',
  'FROM alpine\nRUN << EOF\nfoo\nEOF\n',
  'FROM alpine\nRUN 3<<EOF\nfoo\nEOF\n',
  "FROM alpine\nRUN <<eo'f'\nfoo\neof\n",
  'FROM alpine\nRUN a <<A \\\n  && b <<B\na\nA\nb\nB\n',
  'FROM alpine\nCOPY <<a <<-"b" /x/\nFROM\na\nRUNN\n\tb\n',
  'FROM alpine\nCOPY a <<EOF\n       ^^^^^ InvalidDestination:\nx\nEOF\n',
  // BuildKit splits a line with an open quote into no words at all, and leaves it to the shell.
  "FROM alpine\nRUN <<'EOF\n",
  'FROM alpine\nONBUILD RUN <<EOF\nfoo\nEOF\n',
  'FROM alpine\nRUN ["<<EOF"]\nRUN "<<EOF"\nRUN cat<<EOF\n',
  'FROM alpine\nUSER <<EOF\nEOF\n^^^ UnknownInstruction:\n',
]);

cases('flags', [
  'FROM --plattform=linux/amd64 alpine\n     ^^^^^^^^^^^^^^^^^^^^^^^ UnknownFlag: FROM has no flag --plattform. Did you mean --platform?\n',
  'FROM alpine\nENV --x=1 a=b\n    ^^^^^ UnknownFlag: ENV has no flag --x. ENV has no flags.\n',
  'FROM alpine\nRUN --nosuch x\n    ^^^^^^^^ UnknownFlag: RUN has no flag --nosuch. RUN has --mount\n',
  'FROM alpine\nCOPY --link=yes a b\n            ^^^ InvalidFlagValue: --link is true or false, not “yes”.\n',
  'FROM alpine\nCOPY --chown a b\n     ^^^^^^^ MissingFlagValue: --chown needs a value\n',
  'FROM alpine\nCOPY --link --link=false a b\n            ^^^^^^^^^^^^ DuplicateFlag:\n',
  'FROM alpine\nCOPY --link --parents --exclude=*.md --exclude=x a b\nADD --keep-git-dir --unpack --checksum=sha256:00 https://example.com/a /b\n',
  'FROM alpine\nRUN --network=hosts x\n              ^^^^^ InvalidFlagValue: --network is one of default, none, host, not “hosts”. Did you mean host?\n',
  'FROM alpine\nRUN --security=insecure --device=vendor.com/gpu=all,required x\n',
  'FROM --platform=linux/amd64/v1/x alpine\n                ^^^^^^^^^^^^^^^^ InvalidFlagValue:\n',
  'FROM --platform=$TARGETPLATFORM alpine\nFROM --platform=arm64 alpine\nFROM --platform=windows98 alpine\n                ^^^^^^^^^ InvalidFlagValue:\n',
  'FROM alpine\nCOPY --chmod=64a a b\n             ^^^ InvalidFlagValue: “64a” is no file mode\nCOPY --chmod=10000 a b\n             ^^^^^ InvalidFlagValue:\nCOPY --chmod=u=rwX,go=rX a b\nCOPY --chmod=0755 a b\n',
  'FROM alpine\nADD --checksum=sha256:00 a b\n               ^^^^^^^^^ InvalidFlagValue: --checksum is for downloads\n',
  'FROM alpine\nHEALTHCHECK --interval=5 CMD x\n                       ^ InvalidFlagValue: “5” is no duration\nHEALTHCHECK --timeout=1us CMD x\n                      ^^^ InvalidFlagValue: 1us is too short\nHEALTHCHECK --interval=1m30s --timeout=0 --start-interval=1.5h --retries=0 CMD x\n',
  'FROM alpine\nHEALTHCHECK --retries=-1 CMD x\n                      ^^ InvalidFlagValue:\nHEALTHCHECK --whatever NONE\n',
  'FROM alpine\nARG --x\n^^^ MissingArgument:\nSTOPSIGNAL --x SIGTERM\n',
]);

cases('mounts', [
  'FROM alpine\nRUN --mount=type=cach,target=/x y\n            ^^^^^^^^^ InvalidMount: type is one of bind, cache, tmpfs, secret, ssh, not “cach”. Did you mean cache?\n',
  'FROM alpine\nRUN --mount=type=cache,tarrget=/x y\n                       ^^^^^^^^^^ InvalidMount: A mount has no option “tarrget”. Did you mean target?\n',
  'FROM alpine\nRUN --mount=type=cache,target=/x,sharing=lock y\n                                 ^^^^^^^^^^^^ InvalidMount: sharing is one of\n',
  'FROM alpine\nRUN --mount=required,type=secret,id=a y\n            ^^^^^^^^ InvalidMount: A bind mount has no option required\n',
  'FROM alpine\nRUN --mount=type=secret y\n    ^^^^^^^^^^^^^^^^^^^ InvalidMount: The secret is not named.\n',
  'FROM alpine\nRUN --mount=type=secret,id=a,env=A --mount=type=ssh --mount=type=tmpfs,target=/x,size=64m --mount=target=/y,rw=false y\n',
  'FROM alpine\nRUN --mount=type=cache,target=/x,mode=8 y\n                                 ^^^^^^ InvalidMount: “8” is no mode\n',
  'FROM alpine\nRUN --mount=type=bind,target=/x,uid=0 y\n                                ^^^^^ InvalidMount: A bind mount can’t have uid\n',
  'FROM alpine\nRUN --mount=type=bind,from=$x,target=/x y\n                      ^^^^^^^ InvalidMount: from can’t use variables\n',
  'FROM alpine\nARG T=cache\nRUN --mount=type=$T,target=$X,sharing=locked y\n',
  'FROM alpine\nRUN --mount=type=cache,target=/ y\n                       ^^^^^^^^ InvalidMount: Nothing can be mounted\n',
  'FROM alpine\nRUN --mount=type=cache, y\n                       ^ InvalidMount: An option is missing\n',
  'FROM alpine\nRUN --mount=type=cache,"target=/a b" y\nRUN --mount= y\n    ^^^^^^^^ InvalidMount: The mount is empty.\n',
  'FROM alpine\nRUN --mount=type=cache,target y\n                       ^^^^^^ InvalidMount: target needs a value\n',
]);

cases('arguments', [
  'FROM\n^^^^ MissingArgument: FROM needs an image\n',
  'FROM alpine AS\n            ^^ InvalidFrom: The name of the stage is missing\n',
  'FROM alpine builder\n            ^^^^^^^ InvalidFrom:\n',
  'FROM alpine AS a b\n                 ^ InvalidFrom:\n',
  'FROM alpine --platform=linux/amd64\n            ^^^^^^^^^^^^^^^^^^^^^^ InvalidFrom: Flags of FROM stand before the image.\n',
  'FROM alpine AS 1st\n               ^^^ InvalidStageName:\n',
  'FROM alpine AS A.b_c-9\n',
  'FROM alpine\nENV\n^^^ MissingArgument: ENV needs\nENV a\n    ^ MalformedPair: The value of a is missing\nENV a=b c\n        ^ MalformedPair: “c” has no =\nENV =b\n    ^^ MalformedPair: The name before the = is missing\nENV a b c\n',
  'FROM alpine\nLABEL a="b c" d\n              ^ MalformedPair:\nLABEL a=b\\ c "d e"=f\n',
  'FROM alpine\nARG\n^^^ MissingArgument: ARG needs a name.\nARG a b=1 c=\nARG =x\n    ^^ MalformedPair:\n',
  'FROM alpine\nCOPY\n^^^^ MissingArgument: COPY needs a source and a destination.\nCOPY a\n^^^^ MissingArgument: COPY needs a destination\nADD ["a"]\n^^^ MissingArgument: ADD needs a destination\n',
  'FROM alpine\nCOPY ["a", 1]\n     ^^^^^^^^ InvalidJson:\nRUN [1]\n    ^^^ InvalidJson:\nRUN [ -f /x ]\nCMD ["a", \'b\']\nCMD ["a"] b\n',
  'FROM alpine\nSHELL bash -c\n      ^^^^^^^ InvalidJson: SHELL needs a JSON array\nSHELL []\n^^^^^ MissingArgument: SHELL needs\nSHELL\n^^^^^ MissingArgument:\n',
  'FROM alpine\nVOLUME []\n^^^^^^ MissingArgument:\nVOLUME [""]\n        ^^ InvalidVolume:\nVOLUME ["/a"]\n',
  'FROM alpine\nHEALTHCHECK\n^^^^^^^^^^^ MissingArgument: HEALTHCHECK needs\nHEALTHCHECK curl x\n            ^^^^ InvalidHealthcheck: HEALTHCHECK takes CMD\nHEALTHCHECK CMD\n            ^^^ InvalidHealthcheck:\nHEALTHCHECK none x\n            ^^^^ InvalidHealthcheck:\nHEALTHCHECK cmd x\n',
  'FROM alpine\nWORKDIR\n^^^^^^^ MissingArgument:\nUSER\n^^^^ MissingArgument:\nONBUILD\n^^^^^^^ MissingArgument:\nEXPOSE\n^^^^^^ MissingArgument:\n',
  // BuildKit takes them, odd as they are.
  'FROM alpine\nRUN\nCMD\nENTRYPOINT\nWORKDIR a b\n',
  'FROM alpine\nEXPOSE 80 443/tcp 8000-8010/UDP 127.0.0.1:80:80 "53"\nEXPOSE 70000\n       ^^^^^ InvalidPort: The port 70000 does not exist\nEXPOSE 80/http\n       ^^^^^^^ InvalidPort: “http” is no protocol\nEXPOSE 9-8\n       ^^^ InvalidPort: The range 9-8 goes backwards\nEXPOSE x\n       ^ InvalidPort: “x” is no port\nEXPOSE /tcp\n       ^^^^ InvalidPort: The port is missing\n',
  'FROM alpine\nENV P=8080 Q=no\nEXPOSE $P ${UNKNOWN}\nEXPOSE $Q\n       ^^ InvalidPort: “no” is no port\n',
  'FROM alpine\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL quit\nSTOPSIGNAL 9\nSTOPSIGNAL SIGTRM\n           ^^^^^^ InvalidSignal: “SIGTRM” is no signal. Did you mean SIGTERM?\nSTOPSIGNAL 0\n           ^ InvalidSignal:\nSTOPSIGNAL SIGRTMIN+3\n',
  'FROM alpine\nCOPY https://example.com/x /x\n     ^^^^^^^^^^^^^^^^^^^^^ InvalidSource: COPY does not download.\nADD https://example.com/x /x\n',
]);

cases('variables', [
  'FROM alpine\nENV a=${x-y} b=${x+y} c=${x?y}\n',
  'FROM alpine\nENV a=${x:-${y:-z}} b=${x:-"a b"} c=${x#p} d=${x##*/} e=${x%p} f=${x%%.*} g=${x/a/b} h=${x//a/b}\n',
  "FROM alpine\nENV a='${x^^}' b=\\${y\n",
  'FROM alpine\nENV a=${x^^}\n         ^ InvalidVariable: ‘^’ is no modifier\n',
  'FROM alpine\nENV a=${}\n      ^^^ InvalidVariable: This names no variable.\n',
  'FROM alpine\nENV a=${x\n      ^^^ InvalidVariable: This variable has no closing }.\n',
  'FROM alpine\nWORKDIR /a/${x:=y}\n              ^^ InvalidVariable: ‘:=’ is no modifier\n',
  'FROM alpine\nUSER "a\n     ^^ InvalidVariable: The quote " is not closed.\n',
  'FROM alpine\nRUN echo ${x^^} "${y"\nCMD echo ${x^^}\n',
  'FROM scratch\nENV a=${x:?needed}\n      ^^^^^^^^^^^^ InvalidVariable: The variable x is required: needed.\nARG y\nENV b=${y:?needed}\n',
  'FROM alpine\nCOPY <<EOF /x\n${x^^} "\n   ^ InvalidVariable:\nEOF\n',
]);

cases('stages', [
  'FROM Alpine\n     ^^^^^^ InvalidImageReference: “Alpine” is no image: a name is in lower case.\n',
  'FROM a:b:c\n     ^^^^^ InvalidImageReference:\n',
  'FROM ghcr.io/a/b:1.0@sha256:0000000000000000000000000000000000000000000000000000000000000000\nFROM localhost:5000/a\nFROM scratch\n',
  'FROM alpine AS Build\nFROM Build\n     ^^^^^ InvalidImageReference: FROM takes names of stages in lower case\n',
  'FROM $x\n     ^^ InvalidImageReference: The image is empty: $x gives nothing.\n',
  'ARG x\nFROM $x\nFROM alpine:${x:-latest}\n',
  'FROM alpine AS a\nCOPY --from=a x y\n            ^ InvalidStage: A stage can’t copy from itself.\nCOPY --from=b x y\n            ^ InvalidStage: The stage “b” comes later.\nCOPY --from=2 x y\n            ^ InvalidStage: There is no stage 2: stages have the numbers 0 to 1.\nFROM alpine AS b\nCOPY --from=A --from=0 x y\n              ^^^^^^^^ DuplicateFlag:\nCOPY --from=0 x y\nCOPY --from=nginx:1.27 x y\n',
  'FROM alpine AS a\nRUN --mount=from=a,target=/x y\n                 ^ InvalidStage: A stage can’t mount files from itself.\nRUN --mount=type=bind,from=b,target=/x y\n                           ^ InvalidStage:\nFROM a AS b\nRUN --mount=from=A,target=/x y\n',
  'FROM alpine\nCOPY --from=$x a b\n            ^^ InvalidStage: --from can’t use variables.\nCOPY --from=Nginx a b\n            ^^^^^ InvalidImageReference: “Nginx” is neither a stage nor an image\n',
]);

describe('what a trigger gets wrong is refused only by the builds that pull it', () => {
  test('so that it is a warning', () => {
    const tree = parseDockerfile(
      'FROM alpine\nONBUILD FOO\nONBUILD COPY a\nONBUILD RUN --nosuch x\nONBUILD EXPOSE x\n',
    );
    const found = [...syntaxErrors(tree)];
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        ['MissingArgument', 'warning'],
        ['UnknownFlag', 'warning'],
        ['InvalidPort', 'warning'],
      ],
    );
    for (const { message } of found) assert.match(message, /Builds on this image will fail\.$/);
  });
  test('but where the line itself can’t be read', () => {
    check(
      'FROM alpine\nONBUILD ENV a=b c\n                ^ MalformedPair:\nONBUILD CMD [1]\n            ^^^ InvalidJson:\n',
    );
  });
});

test('a line may have 65,535 bytes', () => {
  const codes = (text: string): readonly string[] =>
    [...syntaxErrors(parseDockerfile(text))].map(({ code }) => code);
  const line = (length: number): string => `RUN ${'x'.repeat(length - 4)}`;
  assert.deepEqual(codes(`FROM a\n${line(65_535)}`), []);
  assert.deepEqual(codes(`FROM a\n${line(65_536)}`), ['LineTooLong']);
  assert.deepEqual(codes(`FROM a\nRUN ${'é'.repeat(33_000)}\n`), ['LineTooLong']);
});
