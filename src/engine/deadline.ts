/** How long the engine may take to answer before a call fails with `timeout`, in seconds. */
export const deadlines = {
  /** Questions, which the engine answers from memory. */
  read: 20,
  /** Changes that need no grace. */
  change: 60,
  /** Where the engine waits for something of its own: the grace of a stop, the deletion of gigabytes. */
  long: 600,
} as const;

/** A signal that aborts with the caller's, or with a `TimeoutError` when the deadline passes. */
export function within(deadline: keyof typeof deadlines, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(deadlines[deadline] * 1000);
  return signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
}
