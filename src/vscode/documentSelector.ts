/**
 * The documents that the language server serves, in every scheme: by language id, and Compose and stack files that a
 * person's settings call plain YAML by name.
 */
export const documentSelector = [
  { language: 'dockerfile' },
  { language: 'dockercompose' },
  {
    language: 'yaml',
    pattern:
      '**/{compose,compose[.-]*,docker-compose,docker-compose[.-]*,stack,stack[.-]*,docker-stack[.-]*,*[.-]stack}.{yml,yaml}',
  },
] as const;
