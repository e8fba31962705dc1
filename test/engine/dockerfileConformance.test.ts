import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { instructionAt } from '../../language-server/dockerfile/analysis/instructionAt.ts';
import { syntaxErrors } from '../../language-server/dockerfile/errors/syntaxErrors.ts';
import { parseDockerfile } from '../../language-server/dockerfile/tree.ts';
import { engineRequest } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { tar } from '../support/tar.ts';

/** What the frontend in the engine under test, of Docker 20.10, does not know yet, or saw otherwise. */
type Exception =
  | 'has no here-documents'
  | 'has no such flag'
  | 'knows fewer modifiers'
  | 'takes no zero for the default'
  | 'has no check directive';

/** A Dockerfile; with a reason where the engine under test judges otherwise than BuildKit does today. */
type Case = string | readonly [dockerfile: string, differs: Exception];

const cases: readonly Case[] = [
  // Files that are fine.
  'FROM busybox\n',
  'from busybox as one\nfrom one\ncopy --from=one /etc/passwd /x\n',
  '# escape=`\nFROM busybox\nENV a=b `\n c=d\n',
  '# foo=bar\n# escape=`\nFROM busybox\nENV a=b\n',
  '\uFEFFFROM busybox\n',
  'FROM busybox\r\nENV a=b \\\r\n  # comment\r\n\r\n  c=d\r\nLABEL x=y\r\n',
  'ARG B=busybox\nFROM ${B}\nFROM ${C:-$B}\n',
  'FROM --platform=$BUILDPLATFORM busybox\n',
  'FROM busybox AS A.b_c-9\nFROM a.b_c-9\n',
  'FROM busybox\nENV a="b c" d=e\\ f g=\'h $i\' j=${k:-${l:+m}}n\nENV x y  z "w"\nLABEL "a b"=c\n',
  'FROM busybox\nARG\ta\nENV b=$a\n',
  'FROM busybox\nCOPY ["a", "/x y"]\nCOPY a b /z/\nCOPY --chown=1:2 a /c\nADD a /d\n',
  'FROM busybox\nCMD\nENTRYPOINT\nRUN\n',
  'FROM busybox\nCMD [ "a", \'b\' ]\nCMD ["a"] b\nCMD []\nENTRYPOINT [ -f /x ]\n',
  'FROM busybox\nEXPOSE 80 443/tcp 8000-8010/UDP 127.0.0.1:80:80 "53"\nENV P=99\nEXPOSE $P\n',
  'FROM busybox\nSTOPSIGNAL SIGTERM\nSTOPSIGNAL 9\nSTOPSIGNAL quit\nSTOPSIGNAL SIGRTMIN+3\n',
  'FROM busybox\nHEALTHCHECK --interval=1m30s --timeout=1ms --start-period=1.5h --retries=2 CMD x\nHEALTHCHECK none\n',
  'FROM busybox\nHEALTHCHECK --whatever NONE\n',
  'FROM busybox\nONBUILD FOO\nONBUILD COPY a\nONBUILD run x\n',
  'FROM busybox\nUSER a b\nWORKDIR /a b\nVOLUME /a /b\nVOLUME ["/c"]\nSHELL ["/bin/sh", "-c"]\nMAINTAINER a\n',
  'FROM busybox\nRUN --mount=type=cache,target=/x --mount=type=tmpfs,target=/y,readonly true\n',
  'FROM busybox\nRUN --mount=type=bind,target=/y,rw=false true\n',
  'FROM busybox\nRUN true \\\n  # ${\n  && true\n\n# RUN\n',
  "FROM busybox\nENV a=\\${b c='${'\n",
  'FROM busybox\nCMD echo ${x^^} "\n',
  'FROM busybox\nENV\ta b\n',
  // Instructions that are none, or not there.
  '',
  '# nothing\n',
  // Not ‘ARG a=b’ alone: that ends Docker 20.10, with a panic.
  'RUN true\nFROM busybox\n',
  'FORM busybox\n',
  'FROM busybox\n\n# x\nRUNN true\n',
  'FROM busybox\nRUN true &&\n  true\n',
  'FROM busybox\nENV a=b \\\\\nc=d\n',
  '\\\nFROM busybox\n\\\n\nFOO\n',
  // Directives.
  '# escape=x\nFROM busybox\n',
  '# escape=`\n# escape=\\\nFROM busybox\n',
  ['# check=nonsense\nFROM busybox\n', 'has no check directive'],
  // FROM.
  'FROM\n',
  'FROM busybox AS\n',
  'FROM busybox x\n',
  'FROM busybox AS x y\n',
  'FROM busybox AS 1x\n',
  'FROM busybox AS x/y\n',
  'FROM $x\n',
  'FROM Busybox\n',
  'FROM a:b:c\n',
  'FROM busybox AS One\nFROM One\n',
  'FROM --platform=linux/amd64/v1/x busybox\n',
  'FROM --platform=windows98 busybox\n',
  'FROM --nosuch=1 busybox\n',
  'FROM busybox --platform=linux/amd64\n',
  // Flags.
  'FROM busybox\nENV --x=1 a=b\n',
  'FROM busybox\nCOPY --chown a /b\n',
  'FROM busybox\nCOPY --chown=1 --chown=2 a /b\n',
  'FROM busybox\nRUN --nosuch true\n',
  'FROM busybox\nCMD --x y\n',
  'FROM busybox\nSTOPSIGNAL --x 9\nARG --x a\n',
  ['FROM busybox\nCOPY --link a /b\n', 'has no such flag'],
  ['FROM busybox\nCOPY --parents a /b\n', 'has no such flag'],
  ['FROM busybox\nADD --keep-git-dir a /b\n', 'has no such flag'],
  ['FROM busybox\nRUN --network=none true\n', 'has no such flag'],
  ['FROM busybox\nHEALTHCHECK --start-interval=1s CMD x\n', 'has no such flag'],
  ['FROM busybox\nHEALTHCHECK --retries=0 CMD x\n', 'takes no zero for the default'],
  ['FROM busybox\nHEALTHCHECK --timeout=0s CMD x\n', 'takes no zero for the default'],
  'FROM busybox\nHEALTHCHECK --interval=5 CMD x\n',
  'FROM busybox\nHEALTHCHECK --interval=1us CMD x\n',
  'FROM busybox\nHEALTHCHECK --retries=x CMD x\n',
  'FROM busybox\nHEALTHCHECK --retries=-1 CMD x\n',
  // Mounts.
  'FROM busybox\nRUN --mount=type=nosuch,target=/x true\n',
  'FROM busybox\nRUN --mount=type=cache,nosuch=1 true\n',
  'FROM busybox\nRUN --mount=type=cache,target=/x,sharing=nosuch true\n',
  'FROM busybox\nRUN --mount=type=cache,target=/x,mode=8 true\n',
  'FROM busybox\nRUN --mount=required,type=secret,id=a true\n',
  'FROM busybox\nRUN --mount=type=secret true\n',
  'FROM busybox\nRUN --mount=type=bind,target=/x,uid=0 true\n',
  'FROM busybox\nRUN --mount=type=bind,from=$x,target=/x true\n',
  'FROM busybox\nRUN --mount=type=cache,target=/x,readonly=maybe true\n',
  'FROM busybox\nRUN --mount=type=cache,, true\n',
  'FROM busybox\nRUN --mount=type=cache,target=/ true\n',
  'FROM busybox\nRUN --mount=type=secret,id=a,source=b true\n',
  'FROM busybox\nRUN --mount=type=bind,target=/x,sharing=shared true\n',
  // Arguments.
  'FROM busybox\nENV\n',
  'FROM busybox\nENV a\n',
  'FROM busybox\nENV a=b c\n',
  'FROM busybox\nENV =b\n',
  'FROM busybox\nLABEL a="b\n',
  'FROM busybox\nLABEL a=b "c d"\n',
  'FROM busybox\nARG\n',
  'FROM busybox\nARG =b\n',
  'FROM busybox\nARG a b=1\n',
  'FROM busybox\nCOPY\n',
  'FROM busybox\nCOPY a\n',
  'FROM busybox\nADD ["a"]\n',
  'FROM busybox\nCOPY ["a", 1]\n',
  'FROM busybox\nCMD [1]\n',
  'FROM busybox\nONBUILD CMD [null]\n',
  'FROM busybox\nONBUILD ENV a=b c\n',
  'FROM busybox\nSHELL sh -c\n',
  'FROM busybox\nSHELL []\n',
  'FROM busybox\nVOLUME []\n',
  'FROM busybox\nVOLUME [""]\n',
  'FROM busybox\nHEALTHCHECK\n',
  'FROM busybox\nHEALTHCHECK x\n',
  'FROM busybox\nHEALTHCHECK CMD\n',
  'FROM busybox\nHEALTHCHECK CMD []\n',
  'FROM busybox\nHEALTHCHECK NONE x\n',
  'FROM busybox\nONBUILD\n',
  'FROM busybox\nONBUILD ONBUILD RUN x\n',
  'FROM busybox\nONBUILD FROM x\n',
  'FROM busybox\nWORKDIR\n',
  'FROM busybox\nUSER\n',
  'FROM busybox\nMAINTAINER\n',
  'FROM busybox\nSTOPSIGNAL\n',
  'FROM busybox\nSTOPSIGNAL SIGNOSUCH\n',
  'FROM busybox\nSTOPSIGNAL 0\n',
  'FROM busybox\nEXPOSE\n',
  'FROM busybox\nEXPOSE x\n',
  'FROM busybox\nEXPOSE 70000\n',
  'FROM busybox\nEXPOSE 80/nosuch\n',
  'FROM busybox\nEXPOSE 9-8\n',
  'FROM busybox\nENV P=x\nEXPOSE $P\n',
  // Variables.
  'FROM busybox\nENV a=${}\n',
  'FROM busybox\nENV a=${b\n',
  'FROM busybox\nENV a=${b^^}\n',
  'FROM busybox\nENV a=${b:=c}\n',
  'FROM busybox\nUSER "a\n',
  "FROM busybox\nWORKDIR '/a\n",
  ['FROM busybox\nENV a=${b#c} d=${b/e/f}\n', 'knows fewer modifiers'],
  // Stages.
  'FROM busybox AS a\nCOPY --from=a /etc/passwd /b\n',
  'FROM busybox\nCOPY --from=0 /etc/passwd /b\n',
  'FROM busybox\nCOPY --from=7 /etc/passwd /b\n',
  'FROM busybox AS a\nRUN --mount=from=a,target=/x true\n',
  'FROM busybox\nCOPY --from=Busybox /etc/passwd /b\n',
  // Here-documents.
  ['FROM busybox\nRUN <<EOF\ntrue\nEOF\n', 'has no here-documents'],
  ['FROM busybox\nCOPY <<a /b\nx\na\n', 'has no here-documents'],
  `FROM busybox\nENV a=${'x'.repeat(65_535)}\n`,
];

describe('a Dockerfile is refused where the engine refuses it', { ...needsWorld, timeout: 240_000 }, () => {
  before(() => importBusybox(defaultSocket));

  for (const entry of cases) {
    const [dockerfile, differs] = typeof entry === 'string' ? [entry] : entry;
    const name = JSON.stringify(dockerfile.length > 100 ? `${dockerfile.slice(0, 100)}…` : dockerfile);
    test(`${name}${differs === undefined ? '' : `: the engine ${differs}`}`, async () => {
      const { error, line } = await build(dockerfile);
      const ours = [...syntaxErrors(parseDockerfile(dockerfile))].filter(
        ({ severity }) => severity === 'error',
      );
      const said = `engine: ${error ?? 'accepted'}\nours: ${ours.map(({ message }) => message).join('\n') || 'accepted'}`;
      const agree = (error === undefined) === (ours.length === 0);
      if (differs !== undefined) {
        assert.ok(!agree, `no exception is needed any more\n${said}`);
        return;
      }
      assert.ok(agree, said);
      if (line === undefined) return;
      const { instructions } = parseDockerfile(dockerfile);
      // BuildKit names the line that the instruction begins in.
      const lines = ours.map(({ span }) => {
        const start = instructionAt(instructions, span.start)?.span.start ?? span.start;
        return dockerfile.slice(0, start).split('\n').length;
      });
      assert.ok(lines.includes(line), `the engine says line ${line}, we say ${lines.join(', ')}\n${said}`);
    });
  }
});

/** What BuildKit in the engine says to a Dockerfile in a context with the files a and b. */
async function build(dockerfile: string): Promise<{ readonly error?: string; readonly line?: number }> {
  const file = (path: string, text: string) => ({ path, kind: 'file', content: Buffer.from(text) }) as const;
  const context = tar([file('Dockerfile', dockerfile), file('a', 'a'), file('b', 'b')]);
  const { status, text } = await engineRequest(defaultSocket, 'POST', '/build?version=2&rm=1', context);
  const errors = text.split(/\r?\n/).flatMap((json) => (json.trim() === '' ? [] : errorIn(JSON.parse(json))));
  const error = errors.at(-1) ?? (status >= 400 ? text : undefined);
  if (error === undefined) return {};
  const line = /parse error (?:on )?line (\d+)/i.exec(error)?.[1];
  return line === undefined ? { error } : { error, line: Number(line) };
}

function errorIn(message: { readonly error?: string; readonly message?: string }): readonly string[] {
  const { error, message: refused } = message;
  return error === undefined ? (refused === undefined ? [] : [refused]) : [error];
}
