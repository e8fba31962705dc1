import fromAsCasing from './fromAsCasing.ts';
import maintainerDeprecated from './maintainerDeprecated.ts';
import type { DockerfileRule } from './rule.ts';
import stageNameCasing from './stageNameCasing.ts';

/** All rules for Dockerfiles. */
export const rules: readonly DockerfileRule[] = [stageNameCasing, fromAsCasing, maintainerDeprecated];
