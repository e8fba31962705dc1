import type { Report } from '../../../lint/finding.ts';
import { flagValue } from '../../analysis/stages.ts';
import { operands, type RunCommand } from '../../shell/commands.ts';
import type { Word } from '../../syntax/logicalLine.ts';
import type { Instruction } from '../../syntax/tree.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3010',
  hadolintSeverity: 'info',
  docs: `An archive that is copied and then unpacked is in the image twice: as itself in the layer of the COPY, for good, and as
what was in it. \`ADD\` unpacks a local tar archive as it copies it.`,
  bad: [
    {
      file: 'FROM debian:12\nCOPY dist/app.tar.gz /tmp/\n     ^^^^^^^^^^^^^^^ `app.tar.gz` is copied and then unpacked, and stays in the layer. Use ADD, which unpacks it.\nRUN tar -xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz\n',
    },
    {
      file: 'FROM debian:12\nCOPY dist/app.tar /app.tgz\n                  ^^^^^^^^ `app.tgz` is copied and then unpacked, and stays in the layer. Use ADD, which unpacks it.\nWORKDIR /opt\nRUN make && tar xf /app.tgz\n',
    },
  ],
  good: [
    'FROM debian:12 AS build\nCOPY app.tar.gz package.json /tmp/\nRUN tar -czf /tmp/app.tar.gz /opt && cat /tmp/app.tar.gz\nFROM debian:12\nRUN tar -xf app.tar.gz\nCOPY --from=build /tmp/app.tar.gz /tmp/app.tar.gz\nRUN tar -xf /tmp/app.tar.gz\n',
    'FROM debian:12\nADD app.tar.gz /opt/\n',
  ],
  *check({ stages, preamble, commands }) {
    const unpacking = commands.of('tar', ...unpackers).filter(unpacks);
    if (unpacking.length === 0) return;
    const byRun = new Map<Instruction, RunCommand[]>(unpacking.map(({ run }) => [run.outer, []]));
    for (const command of unpacking) byRun.get(command.run.outer)?.push(command);
    for (const instructions of [preamble, ...stages.map((stage) => stage.instructions)])
      yield* unpacked(instructions, byRun);
  },
});

function* unpacked(
  instructions: readonly Instruction[],
  unpacking: ReadonlyMap<Instruction, readonly RunCommand[]>,
): Iterable<Report> {
  const copied = new Map<string, Word[]>();
  for (const instruction of instructions) {
    if (instruction.name === 'COPY' && flagValue(instruction, 'from') === undefined)
      for (const word of archives(instruction)) {
        const name = baseName(word.text);
        const same = copied.get(name);
        if (same === undefined) copied.set(name, [word]);
        else same.push(word);
      }
    if (instruction.name !== 'RUN') continue;
    for (const command of unpacking.get(instruction) ?? []) {
      for (const { text } of operands(command)) {
        const name = baseName(text);
        for (const { span } of copied.get(name) ?? [])
          yield {
            span,
            message: `\`${name}\` is copied and then unpacked, and stays in the layer. Use ADD, which unpacks it.`,
          };
        copied.delete(name);
      }
    }
  }
}

/** The archives that a COPY leaves, by the words that name them there: the destination where that is a file. */
function archives({ arguments: args }: Instruction): readonly Word[] {
  const words = args.form === 'words' ? args.words : args.form === 'json' ? args.elements : [];
  const target = words.at(-1);
  if (target !== undefined && isArchive(target.text)) return [target];
  return words.slice(0, -1).filter(({ text }) => isArchive(text));
}

function isArchive(path: string): boolean {
  return /\.(?:tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz2?|tgz|tlz|tpz|txz|xz)["']?$/.test(path);
}

function baseName(path: string): string {
  return path.replace(/["']/g, '').replace(/^.*[/\\]/, '');
}

const unpackers = ['unzip', 'gunzip', 'bunzip2', 'unlzma', 'unxz', 'zgz', 'uncompress', 'zcat', 'gzcat'];

function unpacks({ program, arguments: args }: RunCommand): boolean {
  if (program !== 'tar') return true;
  return args.some(
    ({ text }, at) =>
      text === '--extract' ||
      text === '--get' ||
      /^-.*x/.test(text) ||
      (at === 0 && /^[A-Za-z]*x[A-Za-z]*$/.test(text)),
  );
}
