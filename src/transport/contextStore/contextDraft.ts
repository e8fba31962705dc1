/** What a person says of a context. */
export interface ContextDraft {
  readonly name: string;
  /** Empty for none. */
  readonly description: string;
  /** As the CLI takes it in `host=`; empty for the default socket of this machine. */
  readonly address: string;
  readonly skipVerify: boolean;
  /** PEM texts, each of which may be absent; it is TLS where one is there, or where `skipVerify` is. */
  readonly tls: ContextTls;
}

/** The certificates and the key of a context's engine, as PEM texts. */
export interface ContextTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}
