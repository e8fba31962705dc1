/**
 * The documents that the language server serves: by VS Code's own language ids, in every scheme, and stack files, which
 * VS Code takes for plain YAML, by name.
 */
export const documentSelector = [
  { language: 'dockerfile' },
  { language: 'dockercompose' },
  { language: 'yaml', pattern: '**/{stack,stack.*,*.stack,docker-stack*}.{yml,yaml}' },
] as const;
