import { t } from '@vscode/l10n';
import { containerShell } from '../engine/exec.ts';
import { needsShell, splitWords } from '../engine/shellWords.ts';
import { objectCommand } from './command.ts';
import { nameAll } from './nameOf.ts';

/** Where the last command, user and folder are remembered, by the image: they fit others of it. */
const keys = { command: 'exec-command', user: 'exec-user', workdir: 'exec-workdir' } as const;

/** Runs a command in containers. */
export const containerExec = objectCommand({
  id: 'container.exec',
  title: 'Run a Command…',
  description:
    'Runs a command in a running container, in a terminal, as any user and in any folder. What has pipes, variables or patterns is run by its sh. The last command is remembered for containers of the same image.',
  icon: 'terminal-cmd',
  kind: 'container',
  states: ['running'],
  place: 'open',
  async run(containers, { engine, ui }) {
    const [first] = containers;
    if (first === undefined) return;
    const { memory } = ui;
    const keyOf = (name: keyof typeof keys) => `${keys[name]}:${first.image}`;
    const answer = await ui.form({
      title: t('Run a command in {0}', nameAll(containers)),
      fields: {
        command: {
          kind: 'text',
          label: t('Command'),
          required: true,
          placeholder: 'ls -la /',
          help: t('Pipes, variables and patterns are for the container’s sh.'),
          problem: (value: string) =>
            splitWords(value).words === undefined ? t('A quote is not closed.') : undefined,
        },
        user: {
          kind: 'text',
          label: t('User'),
          placeholder: t('The container’s own'),
          suggestions: ['root'],
        },
        workdir: {
          kind: 'text',
          label: t('Folder'),
          placeholder: t('The container’s own'),
          problem: (value: string) =>
            /^(?:\/|[a-z]:[/\\])/i.test(value) ? undefined : t('A path in a container begins with “/”.'),
        },
      },
      initial: {
        command: memory.get(keyOf('command')) ?? '',
        user: memory.get(keyOf('user')) ?? '',
        workdir: memory.get(keyOf('workdir')) ?? '',
      },
      submit: t('Run'),
      async run(values) {
        for (const name of ['command', 'user', 'workdir'] as const)
          await memory.set(keyOf(name), values[name]);
        return values;
      },
    });
    if (answer === undefined) return;
    const { user, workdir } = answer;
    const line = answer.command.trim();
    const options = {
      command: needsShell(line) ? ['/bin/sh', '-c', line] : (splitWords(line).words ?? []),
      ...(user.trim() === '' ? {} : { user: user.trim() }),
      ...(workdir.trim() === '' ? {} : { workdir: workdir.trim() }),
    };
    await Promise.all(
      containers.map(({ id, name }) =>
        ui.terminal({
          name: `${name}: ${line}`,
          icon: 'terminal',
          program: containerShell(engine, id, options),
        }),
      ),
    );
  },
});
