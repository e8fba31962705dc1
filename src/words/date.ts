/** A moment in milliseconds since the epoch, to the second, in UTC: `2026-01-02 03:04:05 UTC`; empty for the epoch itself and before. */
export function dateWords(moment: number): string {
  if (!(moment > 0)) return '';
  return `${new Date(moment).toISOString().replace('T', ' ').slice(0, 19)} UTC`;
}
