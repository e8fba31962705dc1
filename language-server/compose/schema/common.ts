import {
  type Attribute,
  boolean,
  dictionary,
  integer,
  list,
  map,
  names,
  nothing,
  numeric,
  oneOf,
  type Reference,
  type Shape,
  suggested,
  text,
  uniqueTexts,
} from './shape.ts';

/** A command: none, one line that is split into words, or its words. */
export const command: Shape = oneOf(nothing, text(), list(text()));

/** One text or several. */
export const textOrTexts: Shape = oneOf(text(), uniqueTexts);

/** Host names with addresses. */
export const extraHosts: Shape = oneOf(
  names('host', oneOf(text(), list(text()))),
  list(text({ grammar: 'extraHost' }), { unique: true }),
);

/** Options that a driver understands. */
export const driverOptions: Shape = names('option', oneOf(text(), numeric()));

export const ulimits: Shape = names(
  'limit',
  oneOf(
    numeric(),
    map('a limit', {
      soft: {
        doc: 'What the limit is now; a process may raise it as far as the hard one.',
        shape: numeric(),
        required: true,
      },
      hard: { doc: 'How far a process may raise the limit.', shape: numeric(), required: true },
    }),
  ),
);

/** A command that runs inside a container at some moment of its life. */
export const hook: Shape = map('a hook', {
  command: { doc: 'What to run: one line or a list of words.', shape: command, required: true, rank: 1 },
  user: { doc: 'The user to run it as; the container’s own unless given.', shape: oneOf(text()) },
  privileged: { doc: 'Whether it runs with all of the host’s capabilities.', shape: boolean },
  working_dir: { doc: 'The folder in the container to run it in.', shape: text() },
  environment: {
    doc: 'Environment variables of this command, added to the container’s.',
    shape: dictionary('VARIABLE'),
  },
});

/** How a service uses a secret or a config. */
export function grant(kind: 'secret' | 'config', place: string): Shape {
  const refers: Reference = { to: kind, part: 'whole' };
  return list(
    oneOf(
      text({ refers }),
      map(`a ${kind}`, {
        source: {
          doc: `The name of the ${kind} under the top-level \`${kind}s\`.`,
          shape: text({ refers }),
          rank: 1,
        },
        target: {
          doc: `The name of the file in the container; \`${place}\` unless given.`,
          shape: text(),
          rank: 2,
        },
        uid: { doc: 'The numeric owner of the file, in quotes.', shape: text() },
        gid: { doc: 'The numeric group of the file, in quotes.', shape: text() },
        mode: { doc: 'The permissions of the file as an octal number, such as `0440`.', shape: numeric() },
      }),
    ),
  );
}

/** The keys that networks, volumes, secrets and configs have in common. */
export function common(kind: Reference['to']): Record<'name' | 'external' | 'labels', Attribute> {
  return {
    name: {
      doc: `The name that the engine knows the ${kind} by, instead of the project’s name and the key. Variables are replaced in it.`,
      shape: text(),
      rank: 2,
    },
    external: {
      doc: `The ${kind} exists already: it is neither made nor removed with the project, and it is an error when it is missing.`,
      shape: oneOf(
        boolean,
        map(
          `an external ${kind}`,
          {
            name: {
              doc: `The name of the ${kind}.`,
              shape: text(),
              deprecated: `Write \`external: true\` and \`name\` beside it.`,
            },
          },
          kind === 'secret' || kind === 'config' ? { open: true } : {},
        ),
      ),
      rank: 2,
    },
    labels: {
      doc: `Metadata of the ${kind}: a map, or a list of \`key=value\`.`,
      shape: dictionary('label'),
    },
  };
}

export const isolation: Shape = suggested({
  default: 'What the engine is configured to do.',
  process: 'Windows: a shared kernel.',
  hyperv: 'Windows: a virtual machine a container.',
});

/** A device that is asked for by what it can do. */
export const deviceRequest: Shape = map('a device request', {
  capabilities: {
    doc: 'What the device must be able to do, such as `gpu`.',
    shape: uniqueTexts,
    rank: 1,
    snippet: ' [${1:gpu}]',
  },
  count: {
    doc: 'How many devices; `all` unless given. Excludes `device_ids`.',
    shape: oneOf(integer, text({ values: [{ word: 'all', doc: 'Every device that fits.' }], open: true })),
  },
  device_ids: { doc: 'The devices by id. Excludes `count`.', shape: uniqueTexts },
  driver: { doc: 'The driver, such as `nvidia`.', shape: text() },
  options: { doc: 'Options that the driver understands.', shape: dictionary('option') },
});
