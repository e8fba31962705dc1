import type { HadolintConfiguration } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileRule } from '../rule.ts';
import { DL3026 } from './DL3026.ts';
import { DL3049 } from './DL3049.ts';
import { DL3050 } from './DL3050.ts';
import { DL3051 } from './DL3051.ts';
import { DL3052 } from './DL3052.ts';
import { DL3053 } from './DL3053.ts';
import { DL3054 } from './DL3054.ts';
import { DL3055 } from './DL3055.ts';
import { DL3056 } from './DL3056.ts';
import { DL3058 } from './DL3058.ts';

/** hadolint's rules that find what a configuration asks for, and nothing without one. */
export function configurableRules(configuration: HadolintConfiguration): readonly DockerfileRule[] {
  return [DL3026, DL3049, DL3050, DL3051, DL3052, DL3053, DL3054, DL3055, DL3056, DL3058].map((rule) =>
    rule(configuration),
  );
}
