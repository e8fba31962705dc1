import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { createByForm } from './creation/createByForm.ts';
import { nameOf } from './nameOf.ts';
import { portsToPublish } from './runImage.ts';

/** Runs an image with what a person says. */
export const imageRunWithOptions = objectCommand({
  id: 'image.runWithOptions',
  title: 'Run with Options…',
  description:
    'Opens the page of Create Container for an image. The ports that the image exposes are published to begin with: on the same number where that is free.',
  icon: 'run-all',
  kind: 'image',
  place: 'run',
  single: true,
  async run([image], context) {
    if (image === undefined) return;
    const ports = await portsToPublish(context, image.reference, context.signal);
    const base = { image: image.reference, ports };
    await createByForm(context, { title: t('Run {0}', nameOf(image)), base });
  },
});
