import type { Language } from '../language.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completion } from './features/completion.ts';
import { hover } from './features/hover.ts';
import { nameProblem, symbolAt } from './features/symbolAt.ts';
import { symbols } from './features/symbols.ts';
import { parseCompose } from './parse.ts';
import { rules } from './rules/index.ts';
import { syntaxErrors } from './syntaxErrors.ts';
import type { ComposeTree } from './tree.ts';

/** Compose files, and the stack files of a swarm. */
export const compose: Language<ComposeTree> = {
  id: 'compose',
  languageIds: ['dockercompose'],
  matches: (fileName) =>
    /^(?:docker-)?compose(?:[.-].+)?\.ya?ml$|^(?:docker-)?stack(?:[.-].+)?\.ya?ml$|[.-]stack\.ya?ml$/i.test(
      fileName,
    ),
  parse: parseCompose,
  syntaxErrors,
  rules,
  completionTriggers: [' ', ':', '-', '/', '"', '[', ','],
  completion,
  hover,
  symbols,
  codeLenses,
  symbolAt,
  nameProblem,
};
