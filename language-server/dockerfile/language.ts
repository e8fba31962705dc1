import type { Language } from '../language.ts';
import { applyHadolintConfiguration } from './configuration/applyHadolintConfiguration.ts';
import {
  hadolintConfigurationFiles,
  readHadolintConfiguration,
} from './configuration/hadolintConfiguration.ts';
import { syntaxErrors } from './errors/syntaxErrors.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion } from './features/completion.ts';
import { hover } from './features/hover.ts';
import { nameProblem, symbolAt } from './features/symbolAt.ts';
import { symbols } from './features/symbols.ts';
import { applyPragmas } from './pragmas.ts';
import { rules, rulesWith } from './rules/index.ts';
import { type DockerfileTree, parseDockerfile } from './tree.ts';

/** Dockerfiles, by BuildKit's grammar. */
export const dockerfile: Language<DockerfileTree> = {
  id: 'dockerfile',
  languageIds: ['dockerfile'],
  matches: (fileName) =>
    /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i.test(fileName) &&
    !/ignore$/i.test(fileName),
  parse: parseDockerfile,
  syntaxErrors,
  rules,
  pragmas: applyPragmas,
  settingsFiles: hadolintConfigurationFiles,
  withSettings(text): Language<DockerfileTree> {
    const configuration = readHadolintConfiguration(text);
    return {
      ...dockerfile,
      rules: rulesWith(configuration),
      pragmas: (tree, findings) =>
        applyPragmas(tree, applyHadolintConfiguration(configuration, findings), configuration),
    };
  },
  completionTriggers: ['$', '{', '-', '=', ',', '/', ' ', '#'],
  completion,
  hover,
  symbols,
  codeLenses,
  symbolAt,
  nameProblem,
};
