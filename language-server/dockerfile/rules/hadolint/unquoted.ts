/** A text without the quotes around it, as hadolint compares paths and names: whether they match or not. */
export function unquoted(text: string): string {
  return text.replace(/^["']+|["']+$/g, '');
}
