/** Labels, options and the like as Docker writes them: `key=value`, in their order. */
export function pairWords(record: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(record).map(([key, value]) => `${key}=${value}`);
}
