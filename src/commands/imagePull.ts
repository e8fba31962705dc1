import { t } from '@vscode/l10n';
import { referenceProblem } from '../engine/reference.ts';
import { hostCommand } from './command.ts';
import type { Fields } from './form.ts';
import { platformProblem } from './platformProblem.ts';
import { pullWithProgress } from './pullWithProgress.ts';

/** Has the engine pull any image. */
export const imagePull = hostCommand({
  id: 'image.pull',
  title: 'Pull an Image…',
  description:
    'Has the engine pull an image from its registry, with progress by layer. A platform other than the engine’s own can be asked for.',
  icon: 'cloud-download',
  places: [{ view: 'gantry.images', button: true, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const said = await ui.form({
      title: t('Pull an Image'),
      fields: fields(engine.inventory.list('image').flatMap(({ tags }) => tags)),
      sections: [{ title: t('Advanced'), fields: ['platform'], folded: true }],
      submit: t('Pull'),
      run: ({ reference, platform }, { signal, report }) =>
        pullWithProgress(engine, reference.trim(), {
          ...(platform.trim() === '' ? {} : { platform: platform.trim() }),
          signal,
          report,
        }),
    });
    if (said !== undefined) ui.information(said);
  },
});

function fields(known: readonly string[]) {
  return {
    reference: {
      kind: 'text',
      label: t('Image'),
      placeholder: 'nginx:1.27',
      help: t('A reference: repository, and tag or digest. Without either, latest is pulled.'),
      required: true,
      suggestions: known,
      problem: referenceProblem,
    },
    platform: {
      kind: 'text',
      label: t('Platform'),
      placeholder: t('the engine’s own'),
      suggestions: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
      problem: platformProblem,
    },
  } as const satisfies Fields;
}
