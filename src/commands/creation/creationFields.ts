import { t } from '@vscode/l10n';
import { readByteCount } from '../../engine/containers/byteCount.ts';
import { splitWords } from '../../engine/shellWords.ts';
import { containerNameProblem } from '../containerNameProblem.ts';
import type { Fields } from '../form.ts';

/** What a person may choose from while a container is described; anything else can be typed. */
export interface Suggestions {
  readonly images: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

export type CreationFields = ReturnType<typeof creationFields>;

/** The fields of the page on which a container is described. */
export function creationFields({ images, networks, volumes }: Suggestions) {
  return {
    image: {
      kind: 'text',
      label: t('Image'),
      required: true,
      suggestions: images,
      placeholder: 'nginx:1.29',
    },
    name: {
      kind: 'text',
      label: t('Name'),
      placeholder: t('The engine makes one up'),
      problem: containerNameProblem,
    },
    command: {
      kind: 'multiline',
      lines: 2,
      label: t('Command'),
      placeholder: t('The image’s own'),
      help: t(
        'Words as in a shell, with quotes where one has a space. Nothing is expanded: for that, sh -c "…".',
      ),
      problem: wordsProblem,
    },
    entrypoint: {
      kind: 'multiline',
      lines: 1,
      label: t('Entrypoint'),
      placeholder: t('The image’s own'),
      help: t(
        'What the command is given to. With another one the image’s command counts no more; "" takes it away.',
      ),
      problem: wordsProblem,
    },
    start: { kind: 'checkbox', label: t('Start it') },
    autoRemove: {
      kind: 'checkbox',
      label: t('Remove it when it ends'),
      help: t('With its volumes that have no name.'),
    },
    tty: { kind: 'checkbox', label: t('With a terminal') },
    stdin: {
      kind: 'checkbox',
      label: t('Keep its input open'),
      help: t('With a terminal too: one is opened here when it is started.'),
    },
    env: {
      kind: 'list',
      label: t('Environment variables'),
      add: t('Add Variable'),
      columns: {
        name: { kind: 'text', label: t('Name'), required: true, problem: variableProblem },
        value: { kind: 'text', label: t('Value') },
      },
    },
    envFiles: {
      kind: 'list',
      label: t('Files of variables'),
      help: t('A NAME=value a line. A variable above takes precedence.'),
      add: t('Add File'),
      columns: { path: { kind: 'path', choose: 'file', label: t('File'), required: true } },
    },
    ports: {
      kind: 'list',
      label: t('Published ports'),
      add: t('Add Port'),
      columns: {
        host: {
          kind: 'text',
          label: t('On the host'),
          placeholder: t('any'),
          help: t('8080, 8000-8010, 127.0.0.1:8080; empty: the engine chooses.'),
        },
        container: { kind: 'text', label: t('In the container'), required: true, placeholder: '80' },
        protocol: {
          kind: 'select',
          label: t('Protocol'),
          choices: [
            { value: 'tcp', label: 'TCP' },
            { value: 'udp', label: 'UDP' },
            { value: 'sctp', label: 'SCTP' },
          ],
        },
      },
    },
    mounts: {
      kind: 'list',
      label: t('Volumes and folders'),
      add: t('Add Mount'),
      columns: {
        type: {
          kind: 'select',
          label: t('Kind'),
          choices: [
            { value: 'volume', label: t('Volume') },
            { value: 'bind', label: t('Folder or file of the host') },
            { value: 'tmpfs', label: t('Memory') },
          ],
        },
        source: {
          kind: 'text',
          label: t('Source'),
          suggestions: volumes,
          help: t('A volume’s name, empty for a new one without a name; or a path on the engine’s machine.'),
        },
        target: { kind: 'text', label: t('Path in the container'), required: true, placeholder: '/data' },
        readOnly: { kind: 'checkbox', label: t('Read-only') },
        options: {
          kind: 'text',
          label: t('Options'),
          help: t('As the engine takes them: z, nocopy, size=64m.'),
        },
      },
    },
    networks: {
      kind: 'list',
      label: t('Networks'),
      help: t('None: the engine’s default network, bridge. Also host, none, or container:NAME.'),
      add: t('Add Network'),
      columns: {
        name: { kind: 'text', label: t('Network'), required: true, suggestions: networks },
        aliases: {
          kind: 'text',
          label: t('Aliases'),
          help: t('Further names in this network, with spaces between.'),
        },
        ipv4: { kind: 'text', label: t('IPv4 address') },
        ipv6: { kind: 'text', label: t('IPv6 address') },
      },
    },
    hostname: { kind: 'text', label: t('Host name') },
    extraHosts: {
      kind: 'list',
      label: t('Further hosts'),
      help: t(
        'Names that it knows beside those of its networks; the address host-gateway is the engine’s machine.',
      ),
      add: t('Add Host'),
      columns: {
        name: { kind: 'text', label: t('Name'), required: true },
        address: { kind: 'text', label: t('Address'), required: true },
      },
    },
    restart: {
      kind: 'select',
      label: t('When it ends'),
      choices: [
        { value: 'no', label: t('Leave it') },
        { value: 'on-failure', label: t('Start it again if it failed') },
        { value: 'unless-stopped', label: t('Start it again, unless it was stopped by somebody') },
        { value: 'always', label: t('Start it again, also when the engine starts') },
      ],
    },
    retries: {
      kind: 'number',
      label: t('At most'),
      unit: t('times'),
      whole: true,
      min: 1,
      placeholder: t('without end'),
    },
    cpus: {
      kind: 'number',
      label: t('Processors'),
      min: 0.01,
      placeholder: t('all'),
      help: t('Also a part of one: 0.5.'),
    },
    memory: {
      kind: 'text',
      label: t('Memory'),
      placeholder: t('all'),
      help: t('With its unit: 512m, 2g. At least 6m.'),
      problem: memoryProblem,
    },
    pids: { kind: 'number', label: t('Processes'), whole: true, min: 1, placeholder: t('any number') },
    user: {
      kind: 'text',
      label: t('User'),
      placeholder: t('The image’s own'),
      help: t('A name or a number; name:group.'),
    },
    workdir: {
      kind: 'text',
      label: t('Working directory'),
      placeholder: t('The image’s own'),
      problem: absoluteProblem,
    },
    platform: {
      kind: 'text',
      label: t('Platform'),
      placeholder: t('The engine’s own'),
      suggestions: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
    },
    labels: {
      kind: 'list',
      label: t('Labels'),
      add: t('Add Label'),
      columns: {
        name: { kind: 'text', label: t('Name'), required: true },
        value: { kind: 'text', label: t('Value') },
      },
    },
    init: { kind: 'checkbox', label: t('A small first process that passes on signals') },
    readOnly: { kind: 'checkbox', label: t('Nothing can be written outside of mounts') },
    privileged: {
      kind: 'checkbox',
      label: t('All of the machine’s rights'),
      help: t('What runs in it can then do everything on the engine’s machine.'),
    },
    capAdd: { kind: 'text', label: t('Further rights'), placeholder: 'NET_ADMIN SYS_PTRACE' },
    capDrop: { kind: 'text', label: t('Rights taken away'), placeholder: 'ALL' },
  } as const satisfies Fields;
}

function wordsProblem(value: string): string | undefined {
  const { problem } = splitWords(value);
  if (problem === undefined) return undefined;
  return problem === 'quote' ? t('A quote is not closed.') : t('A backslash at the end stands for nothing.');
}

function variableProblem(name: string): string | undefined {
  return name.includes('=') ? t('A variable’s name has no “=”.') : undefined;
}

/** The least that an engine accepts: it would not start below. */
const leastMemory = 6 * 1024 * 1024;

/** What is wrong with a memory limit, in words for a person; undefined where nothing is. */
export function memoryProblem(text: string): string | undefined {
  const bytes = readByteCount(text);
  if (bytes === undefined) return t('“{0}” is no size: a number and a unit, such as 512m or 2g.', text);
  return bytes < leastMemory ? t('A container needs 6m of memory at least.') : undefined;
}

function absoluteProblem(path: string): string | undefined {
  return /^(?:\/|[a-z]:[/\\])/i.test(path) ? undefined : t('A path in a container begins with “/”.');
}
