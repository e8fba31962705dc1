import { add, copy } from './copy.ts';
import { from } from './from.ts';
import type { InstructionInfo } from './instructionInfo.ts';
import { run } from './run.ts';
import { arg, env, expose, label, maintainer, onbuild, user, volume, workdir } from './settings.ts';
import { cmd, entrypoint, healthcheck, shell, stopsignal } from './start.ts';

/** All instructions, the commonest first. */
export const instructionInfos: readonly InstructionInfo[] = [
  from,
  run,
  copy,
  workdir,
  env,
  arg,
  cmd,
  entrypoint,
  expose,
  user,
  label,
  add,
  volume,
  healthcheck,
  shell,
  stopsignal,
  onbuild,
  maintainer,
];

const byName: ReadonlyMap<string, InstructionInfo> = new Map(
  instructionInfos.map((info) => [info.name, info]),
);

/** The instruction of that name, in upper case. */
export function instructionInfo(name: string): InstructionInfo | undefined {
  return byName.get(name);
}
