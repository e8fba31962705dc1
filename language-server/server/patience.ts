/** What `work` comes to; `otherwise` when it fails, or as soon as `signal` aborts. The work itself goes on unheard. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(otherwise);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, giveUp).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
