import { t } from '@vscode/l10n';
import { byteCount, readByteCount } from '../engine/containers/byteCount.ts';
import type { Creation } from '../engine/containers/creation.ts';
import type { Update } from '../engine/containers/updateContainer.ts';
import { quoteWords } from '../engine/shellWords.ts';
import { memoryProblem } from './creation/creationFields.ts';
import type { Fields, Form, FormRun, Values } from './form.ts';

type Limits = Pick<Creation, 'cpus' | 'memory' | 'pids' | 'restart'>;
type UpdateValues = Values<ReturnType<typeof updateFields>>;

export interface UpdateFormOptions<R> {
  readonly title: string;
  /** Of the containers, as a shell takes them: for the line that does the same. */
  readonly names: readonly string[];
  /** What they have, where it is the same for all. */
  readonly limits: Limits;
  run(update: Update, context: FormRun): Promise<R>;
}

/** The page on which limits and restart policy of running containers are changed. */
export function updateForm<R>(options: UpdateFormOptions<R>): Form<ReturnType<typeof updateFields>, R> {
  const { title, names, limits } = options;
  const { restart, memory } = limits;
  return {
    title,
    description: t('Changes apply at once, without a restart. What is left empty stays as it is.'),
    fields: updateFields(),
    initial: {
      cpus: limits.cpus,
      memory: memory === undefined ? '' : byteCount(memory),
      pids: limits.pids,
      restart: restart?.name ?? 'same',
      retries: restart?.retries,
    },
    hidden: ({ restart: policy, noPids }) => [
      ...(policy === 'on-failure' ? [] : (['retries'] as const)),
      ...(noPids ? (['pids'] as const) : []),
    ],
    validate: (values) =>
      // An engine takes a limit away with the container alone.
      [
        ...(limits.cpus !== undefined && values.cpus === undefined
          ? [{ field: 'cpus', message: stays(), severity: 'warning' } as const]
          : []),
        ...(memory !== undefined && values.memory === ''
          ? [{ field: 'memory', message: stays(), severity: 'warning' } as const]
          : []),
      ],
    preview: (values) => ({
      label: t('The same in a terminal'),
      text: lineOf(updateOf(values, limits), names),
    }),
    submit: t('Update'),
    run: (values, context) => options.run(updateOf(values, limits), context),
  };
}

function stays(): string {
  return t('An engine can change this limit but not take it away: for that, recreate the container.');
}

function updateFields() {
  return {
    cpus: { kind: 'number', label: t('Processors'), min: 0.01, help: t('Also a part of one: 0.5.') },
    memory: {
      kind: 'text',
      label: t('Memory'),
      help: t('With its unit: 512m, 2g. At least 6m.'),
      problem: memoryProblem,
    },
    pids: { kind: 'number', label: t('Processes'), whole: true, min: 1 },
    noPids: { kind: 'checkbox', label: t('Any number of processes') },
    restart: {
      kind: 'select',
      label: t('When it ends'),
      choices: [
        { value: 'same', label: t('As it is') },
        { value: 'no', label: t('Leave it') },
        { value: 'on-failure', label: t('Start it again if it failed') },
        { value: 'unless-stopped', label: t('Start it again, unless it was stopped by somebody') },
        { value: 'always', label: t('Start it again, also when the engine starts') },
      ],
    },
    retries: { kind: 'number', label: t('At most'), unit: t('times'), whole: true, min: 1 },
  } as const satisfies Fields;
}

/** What differs from what they have. */
function updateOf(values: UpdateValues, limits: Limits): Update {
  const memory = readByteCount(values.memory);
  const pids = values.noPids ? -1 : values.pids;
  const restart =
    values.restart === 'same'
      ? undefined
      : { name: values.restart, ...(values.retries === undefined ? {} : { retries: values.retries }) };
  return {
    ...(values.cpus === undefined || values.cpus === limits.cpus ? {} : { cpus: values.cpus }),
    ...(memory === undefined || memory === limits.memory ? {} : { memory }),
    ...(pids === undefined || pids === limits.pids ? {} : { pids }),
    ...(restart === undefined || JSON.stringify(restart) === JSON.stringify(limits.restart)
      ? {}
      : { restart }),
  };
}

function lineOf({ cpus, memory, pids, restart }: Update, names: readonly string[]): string {
  const policy = restart && (restart.retries ? `${restart.name}:${restart.retries}` : restart.name);
  return quoteWords([
    ...['docker', 'update'],
    ...(cpus === undefined ? [] : ['--cpus', String(cpus)]),
    ...(memory === undefined ? [] : ['--memory', byteCount(memory), '--memory-swap', byteCount(memory * 2)]),
    ...(pids === undefined ? [] : ['--pids-limit', String(pids)]),
    ...(policy === undefined ? [] : ['--restart', policy]),
    ...names,
  ]);
}
