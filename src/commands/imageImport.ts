import { t } from '@vscode/l10n';
import { importImage } from '../engine/images/archiveImages.ts';
import { shortId } from '../words/shortId.ts';
import { changesProblem, linesOf } from './changesProblem.ts';
import { hostCommand } from './command.ts';
import type { Fields } from './form.ts';
import { tagProblem } from './tagProblem.ts';

/** Makes an image of an archive of files. */
export const imageImport = hostCommand({
  id: 'image.import',
  title: 'Import a File System…',
  description:
    'Makes an image with one layer of a tar file of a file system, such as one that Export has written, with a reference and with how it is run.',
  icon: 'file-zip',
  places: [{ view: 'gantry.images', button: false, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const made = await ui.form({
      title: t('Import a File System as an Image'),
      fields: fields(),
      submit: t('Import'),
      run: async ({ file, reference, message, changes }, { signal, report }) => {
        const id = await importImage(engine, {
          file,
          ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          ...(message === '' ? {} : { message }),
          changes: linesOf(changes),
          onFraction: (fraction) => report({ fraction }),
          signal,
        });
        return reference.trim() || shortId(id);
      },
    });
    if (made !== undefined) ui.information(t('Imported as {0}.', made));
  },
});

function fields() {
  return {
    file: { kind: 'path', choose: 'file', label: t('Tar file'), required: true },
    reference: {
      kind: 'text',
      label: t('Image'),
      placeholder: 'team/base:1.0',
      help: t('Its reference; empty for one without a name.'),
      problem: tagProblem,
    },
    message: { kind: 'text', label: t('Message') },
    changes: {
      kind: 'multiline',
      label: t('How it is run'),
      help: t(
        'A Dockerfile instruction a line: CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, ONBUILD, USER, VOLUME, WORKDIR.',
      ),
      placeholder: 'CMD ["sh"]',
      problem: changesProblem,
    },
  } as const satisfies Fields;
}
