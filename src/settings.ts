/** Every setting, one row: its default, its type, and what the settings editor says of it. */
export const settingsTable = {
  'gantry.build.context': {
    type: 'string',
    default: '',
    description:
      'Build context of Dockerfiles, relative to the workspace folder. Empty: the folder that the Dockerfile is in.',
    restricted: true,
  },
} as const;

/** The values of the settings at the time they were read. */
export type Settings = { readonly [K in keyof typeof settingsTable]: string };
