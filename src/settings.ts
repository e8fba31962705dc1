/** What a row of the table says of its setting. */
interface Setting {
  readonly type: 'string';
  readonly default: string;
  /** Where it can be set: `resource` down to a folder, `window` in a workspace or by the user. */
  readonly scope: 'resource' | 'window';
  /** Markdown. */
  readonly description: string;
  /** Not taken from a workspace that is not trusted. */
  readonly restricted: boolean;
}

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
} as const satisfies Readonly<Record<string, Setting>>;

/** The values of the settings at the time they were read. */
export type Settings = { readonly [K in keyof typeof settingsTable]: string };
