/** Words of the engine or the system as a sentence: their first letter large, a stop behind the last. */
export function sentence(words: string): string {
  const text = words.trim();
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return text === '' || /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
