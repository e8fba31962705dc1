import { baseImages } from '../../analysis/baseEnvironment.ts';
import type { Stage } from '../../analysis/stages.ts';
import { insertedBehind } from '../../shell/commandEdits.ts';
import { hasArgument, hasFlag } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3047',
  hadolintSeverity: 'info',
  docs: `Where no terminal is, \`wget\` prints a line for every 50 KB, which makes the log of a build long.
\`--progress=dot:giga\` prints one for every 32 MB; \`-nv\` and \`-q\` print less. busybox's own wget, as in Alpine, knows \`-q\`
alone.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN wget https://example.com/app\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `wget` fills the log with its progress. Add `--progress=dot:giga`, `-nv` or `-q`.\n',
      fixed: 'FROM debian:12\nRUN wget --progress=dot:giga https://example.com/app\n',
    },
    {
      file: 'FROM alpine:3.20\nRUN wget -O - https://example.com/app\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `wget` fills the log with its progress. Add `--progress=dot:giga`, `-nv` or `-q`.\n',
      fixed: 'FROM alpine:3.20\nRUN wget -q -O - https://example.com/app\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN wget --progress=dot:giga a && wget -q b && wget --quiet c && wget -nv d && wget --no-verbose e\nRUN wget -o log a && wget --output-file=log b && wget -a log c && wget --append-output=log d && wget -qO- e\n',
  ],
  *check(tree) {
    const found = tree.commands
      .of('wget')
      .filter((command) => !hasFlag(command, ...quiet) && !hasArgument(command, '-nv'));
    if (found.length === 0) return;
    const images = baseImages(tree);
    const message = '`wget` fills the log with its progress. Add `--progress=dot:giga`, `-nv` or `-q`.';
    for (const gnu of [true, false]) {
      const flag = gnu ? '--progress=dot:giga' : '-q';
      const own = found.filter(({ run }) => isGnu(run.stage, images) === gnu);
      const objections = own.map(
        (command): Objection => ({ command, edits: [insertedBehind(command, command.programToken, flag)] }),
      );
      yield* runReports(objections, () => message, { title: `Add ${flag}`, safe: gnu });
    }
  },
});

const quiet = ['progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose'];

/** Whether the base image is known to have no wget of busybox. */
function isGnu(stage: Stage | undefined, images: ReadonlyMap<Stage, string | undefined>): boolean {
  const image = stage === undefined ? undefined : images.get(stage);
  return image !== undefined && distributions.test(image) && !/alpine|busybox/.test(image);
}

const distributions =
  /(?:^|\/)(?:debian|ubuntu|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux|leap|tumbleweed|ubi\d*)(?:[:@-]|$)|:.*\b(?:buster|bullseye|bookworm|trixie|focal|jammy|noble)\b/;
