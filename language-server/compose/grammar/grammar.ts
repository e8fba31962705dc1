import { addressProblem, cidrProblem } from './address.ts';
import { imageProblem } from './image.ts';
import { mountProblem } from './mount.ts';
import { exposeProblem, portProblem, portRangeProblem } from './port.ts';
import type { GrammarProblem } from './problem.ts';
import { bytesProblem, durationProblem, integerProblem, numberProblem } from './quantity.ts';
import {
  containerNameProblem,
  extraHostProblem,
  platformProblem,
  projectNameProblem,
  pullPolicyProblem,
  restartProblem,
} from './word.ts';

export type Grammar = keyof typeof grammars;

const grammars = {
  address: addressProblem,
  bytes: bytesProblem,
  cidr: cidrProblem,
  containerName: containerNameProblem,
  duration: durationProblem,
  expose: exposeProblem,
  extraHost: extraHostProblem,
  image: imageProblem,
  integer: integerProblem,
  mount: mountProblem,
  number: numberProblem,
  platform: platformProblem,
  port: portProblem,
  portRange: portRangeProblem,
  projectName: projectNameProblem,
  pullPolicy: pullPolicyProblem,
  restart: restartProblem,
} as const satisfies Readonly<Record<string, (value: string) => GrammarProblem | undefined>>;

/** What is wrong with a value, written as `grammar` wants it, without variables. */
export function grammarProblem(grammar: Grammar, value: string): GrammarProblem | undefined {
  return grammars[grammar](value);
}
