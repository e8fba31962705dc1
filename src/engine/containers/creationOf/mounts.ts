import type { CreationMount } from '../creation.ts';
import type { ImageConfig, InspectedMount, Inspection } from './inspection.ts';

/** The mounts of an inspected container. Those that `isSimple` refuses stay as the engine has them. */
export function mountsOf(
  { HostConfig: host = {}, Mounts: found = [] }: Inspection,
  { defaults, instead }: { readonly defaults: ImageConfig; readonly instead: boolean },
): readonly CreationMount[] {
  const named: readonly CreationMount[] = [
    ...(host.Binds ?? []).map(readBind),
    ...(host.Mounts ?? []).filter(isSimple).map(simple),
    ...Object.entries(host.Tmpfs ?? {}).map(([target, options]) => readTmpfs(target, options)),
  ];
  const taken = new Set([...named, ...(host.Mounts ?? []).map(simple)].map(({ target }) => target));
  const unnamed = found.flatMap(({ Type, Name: source, Destination: target }): readonly CreationMount[] => {
    if (Type !== 'volume' || target === undefined || taken.has(target)) return [];
    if (instead && source !== undefined) return [{ type: 'volume', source, target }];
    return defaults.Volumes?.[target] === undefined ? [{ type: 'volume', target }] : [];
  });
  return [...named, ...unnamed];
}

/** Whether a mount has nothing that a `CreationMount` can't say. */
export function isSimple(mount: InspectedMount): boolean {
  const { Type, Source, Target, ReadOnly: _, ...rest } = mount;
  const further = Object.values(rest).some((value) => value !== null && value !== undefined);
  return (Type === 'bind' || (Type === 'volume' && Boolean(Source))) && Target !== undefined && !further;
}

function simple({ Type, Source, Target, ReadOnly }: InspectedMount): CreationMount {
  return {
    type: Type === 'bind' || Type === 'tmpfs' ? Type : 'volume',
    ...(Source ? { source: Source } : {}),
    target: Target ?? '',
    ...(ReadOnly ? { readOnly: true } : {}),
  };
}

/** `SOURCE:TARGET[:OPTIONS]`, with a Windows drive's colon in either path. */
function readBind(text: string): CreationMount {
  const parts = text.split(/:(?![\\])/);
  const [source = '', target = source, options = ''] = parts;
  const words = options.split(',').filter((word) => word !== '' && word !== 'rw');
  const rest = words.filter((word) => word !== 'ro').join(',');
  return {
    type: /^(?:[/\\~.]|[a-z]:\\)/i.test(source) ? 'bind' : 'volume',
    source,
    target,
    ...(words.includes('ro') ? { readOnly: true } : {}),
    ...(rest === '' ? {} : { options: rest }),
  };
}

function readTmpfs(target: string, options: string): CreationMount {
  const words = options.split(',').filter((word) => word !== '');
  const rest = words.filter((word) => word !== 'ro').join(',');
  return {
    type: 'tmpfs',
    target,
    ...(words.includes('ro') ? { readOnly: true } : {}),
    ...(rest === '' ? {} : { options: rest }),
  };
}
