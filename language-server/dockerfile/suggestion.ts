/** The most that two names may differ for one to be suggested for the other, in characters added, left out or changed. */
const most = 2;
/** Up to so many characters, one that differs is enough: else any short word would be like another. */
const short = 3;

/**
 * The option most like `text`, within BuildKit's distance of 2, and 1 for short ones; nothing where one is the same. Of several, the first in
 * alphabetical order.
 */
export function suggestion(text: string, options: Iterable<string>): string | undefined {
  let best: { readonly option: string; readonly distance: number } | undefined;
  for (const option of options) {
    if (option === text) return undefined;
    if (Math.abs(option.length - text.length) > most) continue;
    const distance = editDistance(text, option);
    if (distance > (text.length <= short ? 1 : most) || text.length < 2) continue;
    const better = best === undefined || distance < best.distance;
    if (better || (distance === best?.distance && option < best.option)) best = { option, distance };
  }
  return best?.option;
}

/** A suggester that gives up after so many comparisons that a file made of mistakes would take long. */
export function suggester(budget = 200_000): (text: string, options: Iterable<string>) => string | undefined {
  let left = budget;
  function* counted(options: Iterable<string>): Iterable<string> {
    for (const option of options) {
      if (left-- <= 0) return;
      yield option;
    }
  }
  return (text, options) => suggestion(text, counted(options));
}

/** The sentence that names a suggestion, to end a message; empty where there is none. */
export function didYouMean(option: string | undefined): string {
  return option === undefined ? '' : ` Did you mean ${option}?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
