/**
 * The text of a snippet for a client that can't expand one: of a placeholder its default, of a choice the first, of a
 * tab stop nothing. Escapes are resolved.
 */
export function withoutPlaceholders(snippet: string): string {
  const placeholder =
    /\\([\\$}])|\$\{\d+\|([^,|]*)[^}]*\|\}|\$\{\d+:((?:\\.|\$\{[^}]*\}|[^\\}])*)\}|\$\{\d+\}|\$\d+/g;
  return snippet.replace(
    placeholder,
    (_, escaped: string | undefined, choice: string | undefined, value: string | undefined) =>
      escaped ?? choice ?? (value === undefined ? '' : withoutPlaceholders(value)),
  );
}
