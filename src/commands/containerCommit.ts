import { t } from '@vscode/l10n';
import { commitContainer } from '../engine/containers/commitContainer.ts';
import { quoteWords } from '../engine/shellWords.ts';
import { shortId } from '../words/shortId.ts';
import { changesProblem, linesOf } from './changesProblem.ts';
import { objectCommand } from './command.ts';
import type { Fields, Values } from './form.ts';
import { tagProblem } from './tagProblem.ts';

/** Makes an image of a container. */
export const containerCommit = objectCommand({
  id: 'container.commit',
  title: 'Commit…',
  description:
    'Makes an image of what a container has in its file system now, volumes excepted. Its settings can be changed by Dockerfile instructions; while it is made a running container is paused.',
  icon: 'git-commit',
  kind: 'container',
  states: ['created', 'running', 'paused', 'exited'],
  place: 'edit',
  single: true,
  async run([container], { engine, ui }) {
    if (container === undefined) return;
    const { id, name } = container;
    const made = await ui.form({
      title: t('Commit {0}', name),
      description: t(
        'Makes an image of what is in the container now. What is in its volumes is not part of it.',
      ),
      fields: fields(),
      initial: { pause: true },
      preview: (values) => ({
        label: t('The same in a terminal'),
        text: lineOf(values, name),
      }),
      submit: t('Commit'),
      async run({ reference, message, author, changes, pause }, { signal }) {
        const image = await commitContainer(engine, id, {
          ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          ...(message === '' ? {} : { message }),
          ...(author === '' ? {} : { author }),
          changes: linesOf(changes),
          pause,
          signal,
        });
        return reference.trim() || shortId(image);
      },
    });
    if (made !== undefined) ui.information(t('{0} is now the image {1}.', name, made));
  },
});

function fields() {
  return {
    reference: {
      kind: 'text',
      label: t('Image'),
      placeholder: 'team/app:1.0',
      help: t('Its reference; empty for one without a name.'),
      problem: tagProblem,
    },
    message: { kind: 'text', label: t('Message') },
    author: { kind: 'text', label: t('Author'), placeholder: 'Ada <ada@example.com>' },
    changes: {
      kind: 'multiline',
      label: t('Changed settings'),
      help: t(
        'A Dockerfile instruction a line: CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, ONBUILD, USER, VOLUME, WORKDIR.',
      ),
      placeholder: 'CMD ["npm", "start"]',
      problem: changesProblem,
    },
    pause: { kind: 'checkbox', label: t('Pause it meanwhile, so that its files are of one moment') },
  } as const satisfies Fields;
}

function lineOf(values: Values<ReturnType<typeof fields>>, name: string): string {
  const { reference, message, author, changes, pause } = values;
  return quoteWords([
    ...['docker', 'commit'],
    ...(author === '' ? [] : ['--author', author]),
    ...(message === '' ? [] : ['--message', message]),
    ...linesOf(changes).flatMap((line) => ['--change', line]),
    ...(pause ? [] : ['--pause=false']),
    name,
    ...(reference.trim() === '' ? [] : [reference.trim()]),
  ]);
}
