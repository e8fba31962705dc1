import type { Further } from '../creation.ts';

/** What an image says of the containers that are made of it. */
export interface ImageConfig {
  readonly Env?: readonly string[] | null;
  readonly Cmd?: readonly string[] | null;
  readonly Entrypoint?: readonly string[] | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly User?: string;
  readonly WorkingDir?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>> | null;
  readonly Volumes?: Readonly<Record<string, object>> | null;
  readonly Healthcheck?: Further['config']['Healthcheck'] | null;
  readonly StopSignal?: string;
}

/** What is read of the engine's `/containers/ID/json`; engines leave out what they do not have. */
export interface Inspection {
  readonly Id?: string;
  readonly Name?: string;
  readonly Config?: ImageConfig & {
    readonly Image?: string;
    readonly Hostname?: string;
    readonly Domainname?: string;
    readonly MacAddress?: string;
    readonly StopTimeout?: number | null;
    readonly Tty?: boolean;
    readonly OpenStdin?: boolean;
    readonly StdinOnce?: boolean;
  };
  readonly HostConfig?: InspectedHost;
  readonly Mounts?: readonly {
    readonly Type?: string;
    readonly Name?: string;
    readonly Destination?: string;
    readonly RW?: boolean;
  }[];
  readonly NetworkSettings?: {
    readonly Networks?: Readonly<
      Record<
        string,
        {
          readonly Aliases?: readonly string[] | null;
          readonly NetworkID?: string;
          readonly IPAMConfig?: { readonly IPv4Address?: string; readonly IPv6Address?: string } | null;
        }
      >
    > | null;
  };
}

export interface InspectedHost {
  readonly Binds?: readonly string[] | null;
  readonly Mounts?: readonly InspectedMount[] | null;
  readonly Tmpfs?: Readonly<Record<string, string>> | null;
  readonly NetworkMode?: string;
  readonly PortBindings?: Readonly<
    Record<string, readonly { readonly HostIp?: string; readonly HostPort?: string }[] | null>
  > | null;
  readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number };
  readonly NanoCpus?: number;
  readonly Memory?: number;
  readonly MemorySwap?: number;
  readonly PidsLimit?: number | null;
  readonly AutoRemove?: boolean;
  readonly Privileged?: boolean;
  readonly Init?: boolean | null;
  readonly ReadonlyRootfs?: boolean;
  readonly CapAdd?: readonly string[] | null;
  readonly CapDrop?: readonly string[] | null;
  readonly ExtraHosts?: readonly string[] | null;
}

/** As `docker run --mount` has given it. */
export interface InspectedMount {
  readonly Type?: string;
  readonly Source?: string;
  readonly Target?: string;
  readonly ReadOnly?: boolean;
}
