import type { AnyForm } from '../commands/form.ts';
import type { OpenHost } from '../hosts/host.ts';

/** Pages to fill in. */
export interface Forms {
  open<R>(form: AnyForm, host: OpenHost, signal: AbortSignal): Promise<R | undefined>;
}

export function createForms(): Forms {
  return {
    async open() {
      throw new Error('Forms are not built yet.');
    },
  };
}
