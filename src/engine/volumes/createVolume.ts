import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';

/** What a volume is made with. */
export interface VolumeCreation {
  /** The engine chooses one where left out. */
  readonly name?: string;
  /** `local` unless told. */
  readonly driver?: string;
  /** The driver's: for `local` those of mount, such as `type`, `o` and `device`. */
  readonly options?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Makes a volume, or finds the one of that name, which is then as it is. Returns its name. */
export async function createVolume(
  engine: EngineClient,
  { name, driver, options, labels, signal }: VolumeCreation & Call,
): Promise<string> {
  // dockerode's own sends all of this as parameters of the address.
  const created = await dial<{ readonly Name: string }>(engine, {
    method: 'POST',
    path: '/volumes/create',
    options: {
      Name: name ?? '',
      ...(driver === undefined ? {} : { Driver: driver }),
      ...(options === undefined ? {} : { DriverOpts: options }),
      ...(labels === undefined ? {} : { Labels: labels }),
    },
    abortSignal: within('change', signal),
  });
  return created.Name;
}

/** The options of the local driver that mount a folder of an NFS server. */
export function nfsOptions({
  address,
  path,
  options = '',
  version = '4',
}: {
  readonly address: string;
  /** Absolute, on the server. */
  readonly path: string;
  /** Further ones, separated by commas: `ro,soft`. */
  readonly options?: string;
  readonly version?: '3' | '4';
}): Readonly<Record<string, string>> {
  const given = options.split(',').filter((option) => option.trim() !== '');
  return {
    type: version === '3' ? 'nfs' : 'nfs4',
    o: [`addr=${address}`, ...given.map((option) => option.trim())].join(','),
    device: `:${path}`,
  };
}
