/** Where an engine answers, and how to get there. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'npipe'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly port: number;
      /** PEM texts; without `ca` the system's authorities judge. */
      readonly ca?: string;
      readonly cert?: string;
      readonly key?: string;
      /** The context's "skip TLS verification". */
      readonly skipVerify?: boolean;
    }
  /** `destination` is what follows `ssh://`: `[user@]host[:port]`, or an alias of the user's ssh config. */
  | { readonly kind: 'ssh'; readonly destination: string };
