interface SettingBase {
  /** Where it can be set: `resource` down to a folder, `window` in a workspace or by the user, `application` by the user alone. */
  readonly scope: 'resource' | 'window' | 'application';
  /** Markdown. */
  readonly description: string;
  /** Not taken from a workspace that is not trusted. */
  readonly restricted: boolean;
}

/** What a row of the table says of its setting; `values` are the only ones there are, each with what it means. */
export type Setting = SettingBase &
  (
    | {
        readonly type: 'string';
        readonly default: string;
        readonly values?: Readonly<Record<string, string>>;
      }
    | { readonly type: 'boolean'; readonly default: boolean }
    | {
        readonly type: 'array';
        readonly default: readonly string[];
        readonly values?: Readonly<Record<string, string>>;
      }
  );

/** Every setting, one row: its default, its type, and what the settings editor says of it. */
export const settingsTable = {
  'gantry.build.context': {
    type: 'string',
    default: '',
    scope: 'resource',
    description:
      'Build context of Dockerfiles, relative to the workspace folder. Empty: the folder that the Dockerfile is in.',
    restricted: true,
  },
  'gantry.hosts.production': {
    type: 'array',
    default: [],
    scope: 'application',
    description:
      'Names of hosts that are in production: they stand out by their colour, and what removes something there asks for the host’s name.',
    restricted: false,
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Table = typeof settingsTable;
export type SettingName = keyof Table;

type ValueOf<S extends Setting> = S extends { readonly type: 'boolean' }
  ? boolean
  : S extends { readonly values: infer V }
    ? S extends { readonly type: 'array' }
      ? readonly (keyof V & string)[]
      : keyof V & string
    : S extends { readonly type: 'array' }
      ? readonly string[]
      : string;

/** The values of the settings at the time they were read. */
export type Settings = { readonly [K in SettingName]: ValueOf<Table[K]> };

/** The settings as they are where nobody has set anything. */
export const defaultSettings: Settings = Object.fromEntries(
  Object.entries<Setting>(settingsTable).map(([name, setting]) => [name, setting.default]),
) as unknown as Settings;

/** A setting's value if it is of the setting's type, else its default: what is written by hand may be anything. */
export function settingValue(
  { type, default: fallback, ...rest }: Setting,
  value: unknown,
): Setting['default'] {
  const values = 'values' in rest ? rest.values : undefined;
  const known = (one: unknown): one is string =>
    typeof one === 'string' && (values === undefined || Object.hasOwn(values, one));
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : fallback;
    case 'string':
      return known(value) ? value : fallback;
    case 'array':
      return Array.isArray(value) ? value.filter(known) : fallback;
  }
}
