/** A context of the docker CLI's store, as far as its description can be read. */
export interface DockerContext {
  readonly name: string;
  readonly description?: string;
  /** As written: `tcp://host:2376`; absent where it leads to the default socket. */
  readonly address?: string;
  readonly skipVerify: boolean;
  /** Whether certificates or keys are stored with it. */
  readonly tls: boolean;
  /** Why its description can't be understood, in words for a person. */
  readonly problem?: string;
}
