import type { Language } from '../language.ts';
import { syntaxErrors } from './errors/syntaxErrors.ts';
import { rules } from './rules/index.ts';
import { type DockerfileTree, parseDockerfile } from './tree.ts';

/** Dockerfiles, by BuildKit's grammar. */
export const dockerfile: Language<DockerfileTree> = {
  id: 'dockerfile',
  languageIds: ['dockerfile'],
  matches: (fileName) =>
    /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i.test(fileName),
  parse: parseDockerfile,
  syntaxErrors,
  rules,
};
