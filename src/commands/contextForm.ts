import { t } from '@vscode/l10n';
import { addressProblem } from '../transport/contextStore/changeContext.ts';
import type { ContextDraft, ContextTls } from '../transport/contextStore/contextDraft.ts';
import { contextNameProblem } from '../transport/contextStore/contextName.ts';
import { draftEndpoint } from '../transport/contexts.ts';
import { diagnose } from '../transport/diagnosis/diagnose.ts';
import { addressOf, type ContextValues, contextCommand, draftOf, type Way } from './contextValues.ts';
import type { Fields, Form, FormRun, Values } from './form.ts';

export interface ContextFormOptions {
  readonly title: string;
  readonly submit: string;
  readonly initial: Partial<ContextValues>;
  /** The context that is edited, whose name stays; a new one without. */
  readonly name?: string;
  /** What is stored with it already. */
  readonly tls?: ContextTls;
  /** Whether another context has a name. */
  taken(name: string): boolean;
  /** `use`: the window is to use it. Throws what is wrong. */
  save(draft: ContextDraft, use: boolean): Promise<void>;
}

/** The page on which a docker context is written down or changed, with a button that tries it out. */
export function contextForm(options: ContextFormOptions): Form<ReturnType<typeof fieldsFor>, true> {
  const { title, submit, initial, name, tls, save } = options;
  const valuesOf = (values: Values<ReturnType<typeof fieldsFor>>): ContextValues => ({
    ...values,
    name: name ?? values.name,
  });
  return {
    title,
    description: t(
      'A context says how the docker CLI, and everything that follows it, reaches an engine. It is kept in the CLI’s own store.',
    ),
    fields: fieldsFor(options),
    initial,
    sections: [{ title: 'TLS', fields: ['ca', 'cert', 'key', 'skipVerify'] }],
    hidden: ({ way }) => [
      ...(name === undefined ? [] : (['name', 'use'] as const)),
      ...(way === 'tls' ? [] : (['ca', 'cert', 'key', 'skipVerify'] as const)),
    ],
    validate(values) {
      const { way, address } = values;
      const missing = way !== 'socket' && address.trim() === '' ? t('It needs an address.') : undefined;
      const message = missing ?? addressProblem(addressOf(values));
      return message === undefined ? [] : [{ field: 'address', message }];
    },
    preview: (values) => ({
      label: t('The same in a terminal'),
      text: contextCommand(valuesOf(values), name === undefined ? 'create' : 'update'),
    }),
    check: {
      label: t('Test Connection'),
      run: async (values, run) => tried(await draftOf(valuesOf(values), tls), run),
    },
    submit,
    async run(values) {
      await save(await draftOf(valuesOf(values), tls), values.use);
      return true;
    },
  };
}

function fieldsFor({ taken, tls }: Pick<ContextFormOptions, 'taken' | 'tls'>) {
  const stored = (part: keyof ContextTls) =>
    tls?.[part] === undefined ? {} : { placeholder: t('Empty: the one that is stored stays') };
  const ways: readonly { readonly value: Way; readonly label: string }[] = [
    { value: 'ssh', label: t('SSH: the user’s own ssh, with its keys and its configuration') },
    { value: 'tls', label: t('TCP with TLS: certificates say who is who') },
    { value: 'tcp', label: t('TCP without protection: whoever reaches it may do everything') },
    { value: 'socket', label: t('A socket of this machine') },
    { value: 'npipe', label: t('A named pipe of Windows') },
  ];
  return {
    name: {
      kind: 'text',
      label: t('Name'),
      required: true,
      problem: (value: string) =>
        contextNameProblem(value) ??
        (taken(value) ? t('There is a context of this name already.') : undefined),
    },
    description: { kind: 'text', label: t('Description') },
    way: { kind: 'select', label: t('Connection'), choices: ways },
    address: {
      kind: 'text',
      label: t('Address'),
      placeholder: 'user@host',
      help: t(
        'SSH: user@host or a name of your ssh configuration. TCP: host:port. Socket: its absolute path; empty is the default one.',
      ),
    },
    ca: {
      kind: 'path',
      choose: 'file',
      label: t('Authority (ca.pem)'),
      help: t('What signed the engine’s certificate. Without it the system’s authorities judge.'),
      ...stored('ca'),
    },
    cert: { kind: 'path', choose: 'file', label: t('Certificate (cert.pem)'), ...stored('cert') },
    key: { kind: 'path', choose: 'file', label: t('Key (key.pem)'), ...stored('key') },
    skipVerify: {
      kind: 'checkbox',
      label: t('Do not check the engine’s certificate'),
      help: t('Whoever is on the way there can then read and change everything.'),
    },
    use: { kind: 'checkbox', label: t('Use it in this window') },
  } as const satisfies Fields;
}

/** A line for each step of the way. */
async function tried(draft: ContextDraft, { signal, report }: FormRun): Promise<string> {
  const lines: string[] = [];
  const onProgress = (message: string) => report({ message });
  for await (const { step, outcome, detail, advice } of diagnose(() => draftEndpoint(draft), {
    signal,
    onProgress,
  })) {
    lines.push(`${outcome === 'passed' ? '✓' : '✗'} ${step}: ${detail}`);
    if (advice !== undefined) lines.push(advice);
  }
  return lines.join('\n');
}
