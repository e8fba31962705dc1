import type { Language } from '../language.ts';
import { syntaxErrors } from './errors/syntaxErrors.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion } from './features/completion.ts';
import { hover } from './features/hover.ts';
import { nameProblem, symbolAt } from './features/symbolAt.ts';
import { symbols } from './features/symbols.ts';
import { applyPragmas } from './pragmas.ts';
import { rules } from './rules/index.ts';
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
  completionTriggers: ['$', '{', '-', '=', ',', '/', ' ', '#'],
  completion,
  hover,
  symbols,
  codeLenses,
  symbolAt,
  nameProblem,
};
