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
  'gantry.containers.groupBy': {
    type: 'string',
    default: 'project',
    values: {
      project: 'By Compose project or stack; what belongs to none is listed below them.',
      image: 'By the image that they were created from.',
      network: 'By network; a container that is in several is listed under each.',
      state: 'By state: running, exited and so on.',
      none: 'All in one list.',
    },
    scope: 'window',
    description: 'What containers are listed under.',
    restricted: false,
  },
  'gantry.containers.sortBy': {
    type: 'string',
    default: 'name',
    values: {
      name: 'By what their rows are called.',
      created: 'The newest first.',
      state: 'Those that run first.',
      image: 'By image.',
    },
    scope: 'window',
    description: 'How containers are sorted.',
    restricted: false,
  },
  'gantry.containers.label': {
    type: 'string',
    default: 'name',
    values: {
      name: 'The name; below a project or stack without the part that all share.',
      service: 'The Compose service; the name where there is none.',
      image: 'The image.',
      id: 'The first digits of the id.',
    },
    scope: 'window',
    description: 'What a container’s row is called.',
    restricted: false,
  },
  'gantry.containers.description': {
    type: 'array',
    default: ['state', 'ports', 'image'],
    values: {
      state: 'The state, the health or the exit code.',
      ports: 'Published ports.',
      image: 'The image.',
      name: 'The name.',
      service: 'The Compose service.',
      networks: 'The networks.',
      command: 'The command that it runs.',
      created: 'How long ago it was created.',
      id: 'The first digits of the id.',
    },
    scope: 'window',
    description:
      'What a container’s row says behind its label, in this order. A narrow sidebar cuts the end off.',
    restricted: false,
  },
  'gantry.containers.usage': {
    type: 'boolean',
    default: false,
    scope: 'window',
    description:
      'Shows what running containers use of CPU (100 % is one processor) and memory, once a second while the view is visible; of the first 100 on each host.',
    restricted: false,
  },
  'gantry.images.groupBy': {
    type: 'string',
    default: 'repository',
    values: {
      repository: 'By repository; images without a name come last.',
      none: 'All in one list.',
    },
    scope: 'window',
    description: 'What images are listed under.',
    restricted: false,
  },
  'gantry.images.showDangling': {
    type: 'boolean',
    default: true,
    scope: 'window',
    description: 'Shows images without a tag, which builds leave behind.',
    restricted: false,
  },
  'gantry.networks.groupBy': {
    type: 'string',
    default: 'none',
    values: {
      project: 'By Compose project or stack; what belongs to none is listed below them.',
      none: 'All in one list.',
    },
    scope: 'window',
    description: 'What networks are listed under.',
    restricted: false,
  },
  'gantry.networks.showBuiltin': {
    type: 'boolean',
    default: true,
    scope: 'window',
    description: 'Shows the networks that every engine has: bridge, host and none.',
    restricted: false,
  },
  'gantry.volumes.groupBy': {
    type: 'string',
    default: 'none',
    values: {
      project: 'By Compose project or stack; what belongs to none is listed below them.',
      none: 'All in one list.',
    },
    scope: 'window',
    description: 'What volumes are listed under.',
    restricted: false,
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
