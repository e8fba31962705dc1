import { alongLineage } from '../../analysis/lineage.ts';
import { hasCacheMount } from '../../shell/cacheMounts.ts';
import { insertedBehind } from '../../shell/commandEdits.ts';
import { byScript, hasArgument, pipInstalls, type RunCommand } from '../../shell/commands.ts';
import type { RunScript } from '../../shell/runScripts.ts';
import type { Instruction } from '../../syntax/tree.ts';
import type { DockerfileTree } from '../../tree.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3042',
  hadolintSeverity: 'warning',
  docs: `\`pip install\` keeps what it downloads in its cache, which nothing in the image needs. \`--no-cache-dir\`, or
\`PIP_NO_CACHE_DIR=1\` in its environment, keeps none; a cache mounted on \`/root/.cache/pip\` keeps it out of the image and for
the next build.`,
  bad: [
    {
      file: 'FROM python:3.12\nRUN apt-get clean && pip install -r requirements.txt\n                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` leaves its cache in the image. Add `--no-cache-dir`.\n',
      fixed: 'FROM python:3.12\nRUN apt-get clean && pip install --no-cache-dir -r requirements.txt\n',
    },
    {
      file: 'FROM python:3.12\nENV PIP_NO_CACHE_DIR=off\nRUN PIP_NO_CACHE_DIR=0 python3 -m pip install flask==3.0\n                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` leaves its cache in the image. Add `--no-cache-dir`.\n',
      fixed:
        'FROM python:3.12\nENV PIP_NO_CACHE_DIR=off\nRUN PIP_NO_CACHE_DIR=0 python3 -m pip install --no-cache-dir flask==3.0\n',
    },
    {
      file: 'FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=1\nFROM python:3.12\nRUN pip install flask==3.0\n    ^^^^^^^^^^^^^^^^^^^^^^ `pip install` leaves its cache in the image. Add `--no-cache-dir`.\n',
      fixed:
        'FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=1\nFROM python:3.12\nRUN pip install --no-cache-dir flask==3.0\n',
    },
  ],
  good: [
    'FROM python:3.12\nRUN pip install --no-cache-dir flask==3.0 && pipx install tool && pipenv install && python -m pipx install x\nRUN export PIP_NO_CACHE_DIR=true && pip install flask==3.0\nRUN PIP_NO_CACHE_DIR=1 pip install flask==3.0\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.0\n',
    'FROM python:3.12 AS base\nENV A=b PIP_NO_CACHE_DIR="yes"\nFROM base\nRUN pip install flask==3.0\nONBUILD RUN pip install flask==3.0\n',
  ],
  *check(tree) {
    const installs = pipInstalls(tree.commands).filter(keepsCache);
    if (installs.length === 0) return;
    const without = withoutCache(tree);
    const found = byScript(installs).flatMap(([run, own]): readonly Objection[] => {
      if (without.has(run.outer) || saysNoCache(run) || hasCacheMount(run.instruction, '.cache/pip'))
        return [];
      return own.map((command) => {
        const verb = command.arguments.find(({ text }) => text === 'install') ?? command.programToken;
        return { command, edits: [insertedBehind(command, verb, '--no-cache-dir')] };
      });
    });
    yield* runReports(found, () => '`pip install` leaves its cache in the image. Add `--no-cache-dir`.', {
      title: 'Add --no-cache-dir',
      safe: true,
    });
  },
});

function keepsCache(command: RunCommand): boolean {
  return !hasArgument(command, '--no-cache-dir');
}

const yes = '(?:1|true|True|TRUE|on|On|ON|yes|Yes|YES)';
const variable = 'PIP_NO_CACHE_DIR';
const isYes = new RegExp(`^["']?${yes}["']?$`);
const isSet = new RegExp(`\\b${variable}=["']?${yes}`);

function saysNoCache({ script }: RunScript): boolean {
  return isSet.test(script.text);
}

/** The instructions behind an ENV that switches pip's cache off, in the stages that build on theirs too. */
function withoutCache(tree: DockerfileTree): ReadonlySet<Instruction> {
  const found = new Set<Instruction>();
  const walk = (instructions: readonly Instruction[], from: boolean): boolean => {
    let off = from;
    for (const instruction of instructions) {
      off ||= switchesOff(instruction);
      if (off) found.add(instruction);
    }
    return off;
  };
  walk(tree.preamble, false);
  alongLineage<boolean>(tree, ({ instructions }, inherited) => walk(instructions, inherited === true));
  return found;
}

function switchesOff({ name, arguments: args }: Instruction): boolean {
  if (name !== 'ENV' || args.form !== 'pairs') return false;
  return args.pairs.some(({ key, value }) => key.text === variable && isYes.test(value?.text ?? ''));
}
