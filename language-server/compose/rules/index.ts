import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree } from '../tree.ts';
import { booleanWord } from './booleanWord.ts';
import { dependencyCycle } from './dependencyCycle.ts';
import { deprecatedKey } from './deprecatedKey.ts';
import { duplicateItem } from './duplicateItem.ts';
import { duplicateKey } from './duplicateKey.ts';
import { exclusiveKeys } from './exclusiveKeys.ts';
import { invalidFormat } from './invalidFormat.ts';
import { invalidInterpolation } from './invalidInterpolation.ts';
import { invalidMerge } from './invalidMerge.ts';
import { invalidName } from './invalidName.ts';
import { invalidValue } from './invalidValue.ts';
import { missingImage } from './missingImage.ts';
import { missingKey } from './missingKey.ts';
import { missingSource } from './missingSource.ts';
import { nonTextKey } from './nonTextKey.ts';
import { notAMap } from './notAMap.ts';
import { obsoleteVersion } from './obsoleteVersion.ts';
import { undefinedAlias } from './undefinedAlias.ts';
import { undefinedConfig } from './undefinedConfig.ts';
import { undefinedModel } from './undefinedModel.ts';
import { undefinedNetwork } from './undefinedNetwork.ts';
import { undefinedSecret } from './undefinedSecret.ts';
import { undefinedService } from './undefinedService.ts';
import { undefinedVolume } from './undefinedVolume.ts';
import { unknownKey } from './unknownKey.ts';
import { wrongType } from './wrongType.ts';

/** All rules about Compose files, in the order of the handbook. */
export const rules: readonly Rule<ComposeTree>[] = [
  unknownKey,
  wrongType,
  invalidValue,
  invalidFormat,
  missingKey,
  duplicateKey,
  duplicateItem,
  nonTextKey,
  invalidName,
  notAMap,
  missingImage,
  missingSource,
  exclusiveKeys,
  undefinedService,
  undefinedNetwork,
  undefinedVolume,
  undefinedSecret,
  undefinedConfig,
  undefinedModel,
  dependencyCycle,
  undefinedAlias,
  invalidMerge,
  invalidInterpolation,
  obsoleteVersion,
  deprecatedKey,
  booleanWord,
];
