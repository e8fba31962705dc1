import type { Fix } from '../../../lint/finding.ts';
import { baseImages } from '../../analysis/baseEnvironment.ts';
import type { RunScript } from '../../shell/runScripts.ts';
import type { Instruction } from '../../syntax/tree.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL4006',
  hadolintSeverity: 'warning',
  docs: `A pipe succeeds when its last command does: \`curl … | tar x\` goes on where curl has failed, and the build with it.
\`SHELL ["/bin/bash", "-o", "pipefail", "-c"]\` before the RUN, or \`set -o pipefail\` in it, makes it fail with any of them.
Debian's \`/bin/sh\` has no such option; in Alpine it is \`SHELL ["/bin/ash", "-eo", "pipefail", "-c"]\`.`,
  bad: [
    {
      file: 'FROM debian:12\n# load it\nRUN curl -s https://example.com/a | tar x\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A pipe goes on where a command in it fails, and so does the build. Set pipefail by SHELL before it.\n',
      fixed:
        'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n# load it\nRUN curl -s https://example.com/a | tar x\n',
    },
    {
      file: 'FROM alpine:3.20\nRUN { a; b; } | wc -l\n                ^^^^^ A pipe goes on where a command in it fails, and so does the build. Set pipefail by SHELL before it.\n',
    },
    {
      file: 'FROM debian:12\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN echo "$(cat a | wc -l)"\n            ^^^^^ A pipe goes on where a command in it fails, and so does the build. Set pipefail by SHELL before it.\n',
    },
    {
      file: 'FROM debian:12 AS a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM debian:12\nRUN cat a |& wc -l\n    ^^^^^ A pipe goes on where a command in it fails, and so does the build. Set pipefail by SHELL before it.\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN ["/bin/bash", "-o", "pipefail", "-c", "cat a | wc -l"]\n',
    'FROM debian:12 AS a\nSHELL ["/usr/bin/bash", "-eo", "pipefail", "-c"]\nRUN cat a | wc -l\nFROM a\nRUN cat a | wc -l\n',
    'FROM debian:12\nSHELL ["/bin/ash", "-e", "-o", "pipefail", "-c"]\nRUN cat a | wc -l\nSHELL ["pwsh", "-c"]\nRUN Get-Item | Select-Object\n',
    'FROM debian:12\nRUN cat a || wc -l; case "$A" in a|b) true;; esac; [[ a || b ]]\nONBUILD RUN cat a | wc -l\n',
    'FROM debian:12\nRUN set -euxo pipefail; cat a | wc -l\n',
  ],
  *check(tree) {
    const reported = new Set<Instruction>();
    const images = baseImages(tree);
    const lineBreak = tree.text.includes('\r\n') ? '\r\n' : '\n';
    for (const run of tree.scripts) {
      const { instruction, outer, stage, script } = run;
      if (instruction !== outer || reported.has(instruction) || failsWithAny(run)) continue;
      const piped = script.commands.find(
        (command) => command.piped || (command.joiner.startsWith('|') && command.joiner !== '||'),
      );
      if (piped === undefined) continue;
      reported.add(instruction);
      const report = {
        span: run.spanOf(piped.start, piped.end),
        message:
          'A pipe goes on where a command in it fails, and so does the build. Set pipefail by SHELL before it.',
      };
      // The exec form names its shell itself.
      if (instruction.arguments.form === 'json') yield report;
      else yield { ...report, fixes: [shellBefore(instruction, stage && images.get(stage), lineBreak)] };
    }
  },
});

function failsWithAny({ shell, script }: RunScript): boolean {
  const [program = '', ...args] = shell.join(' ').split(/\s+/);
  return (
    (/(?:^|[/\\])(?:bash|zsh|ash|m?ksh)$/.test(program) && setsPipefail(args)) ||
    script.commands.some(
      ({ words }) => words[0]?.text === 'set' && setsPipefail(words.map(({ text }) => text)),
    )
  );
}

function setsPipefail(args: readonly string[]): boolean {
  return args.includes('pipefail') && args.some((arg) => /^-\w*o/.test(arg));
}

function shellBefore(
  { span, comments, keyword }: Instruction,
  image: string | undefined,
  lineBreak: string,
): Fix {
  const lower = keyword.text === keyword.text.toLowerCase();
  const start = comments[0]?.span.start ?? span.start;
  const alpine = image !== undefined && /alpine/.test(image);
  const words = alpine ? ['/bin/ash', '-eo', 'pipefail', '-c'] : ['/bin/bash', '-o', 'pipefail', '-c'];
  const list = words.map((word) => JSON.stringify(word)).join(', ');
  return {
    title: 'Set pipefail by SHELL',
    edits: [{ span: { start, end: start }, newText: `${lower ? 'shell' : 'SHELL'} [${list}]${lineBreak}` }],
    safe: false,
  };
}
