/** An id as Docker shows it: its first twelve digits, without `sha256:`. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

/** A reference as a person reads it: where it is an id, as `shortId` has it. */
export function shortReference(reference: string): string {
  return /^(?:sha256:)?[0-9a-f]{64}$/.test(reference) ? shortId(reference) : reference;
}
