import {
  type HadolintConfiguration,
  noHadolintConfiguration,
} from '../configuration/hadolintConfiguration.ts';
import consistentInstructionCasing from './consistentInstructionCasing.ts';
import duplicateStageName from './duplicateStageName.ts';
import exposeInvalidFormat from './exposeInvalidFormat.ts';
import exposeProtoCasing from './exposeProtoCasing.ts';
import fromAsCasing from './fromAsCasing.ts';
import fromPlatformFlagConstDisallowed from './fromPlatformFlagConstDisallowed.ts';
import { configurableRules } from './hadolint/configurable.ts';
import { plainRules } from './hadolint/plain.ts';
import { runRules } from './hadolint/run.ts';
import invalidDefaultArgInFrom from './invalidDefaultArgInFrom.ts';
import invalidDefinitionDescription from './invalidDefinitionDescription.ts';
import jsonArgsRecommended from './jsonArgsRecommended.ts';
import legacyKeyValueFormat from './legacyKeyValueFormat.ts';
import maintainerDeprecated from './maintainerDeprecated.ts';
import multipleInstructionsDisallowed from './multipleInstructionsDisallowed.ts';
import noEmptyContinuation from './noEmptyContinuation.ts';
import redundantTargetPlatform from './redundantTargetPlatform.ts';
import reservedStageName from './reservedStageName.ts';
import type { DockerfileRule } from './rule.ts';
import secretsUsedInArgOrEnv from './secretsUsedInArgOrEnv.ts';
import stageNameCasing from './stageNameCasing.ts';
import undefinedArgInFrom from './undefinedArgInFrom.ts';
import undefinedVar from './undefinedVar.ts';
import workdirRelativePath from './workdirRelativePath.ts';

const fixedRules: readonly DockerfileRule[] = [
  stageNameCasing,
  fromAsCasing,
  noEmptyContinuation,
  consistentInstructionCasing,
  duplicateStageName,
  reservedStageName,
  jsonArgsRecommended,
  maintainerDeprecated,
  undefinedArgInFrom,
  workdirRelativePath,
  undefinedVar,
  multipleInstructionsDisallowed,
  legacyKeyValueFormat,
  redundantTargetPlatform,
  secretsUsedInArgOrEnv,
  invalidDefaultArgInFrom,
  fromPlatformFlagConstDisallowed,
  invalidDefinitionDescription,
  exposeProtoCasing,
  exposeInvalidFormat,
  ...plainRules,
  ...runRules,
];

/**
 * All rules for Dockerfiles as a `.hadolint.yaml` has them. One that is off by default is on where that gives it a
 * severity; what else it says of severities is about findings, as some are of several rules.
 */
export function rulesWith(configuration: HadolintConfiguration): readonly DockerfileRule[] {
  return [...fixedRules, ...configurableRules(configuration)].map((rule) =>
    rule.offByDefault && configuration.severities.has(rule.id) ? { ...rule, offByDefault: false } : rule,
  );
}

/** All rules for Dockerfiles. */
export const rules = rulesWith(noHadolintConfiguration);
