import { t } from '@vscode/l10n';
import { tagImage } from '../engine/images/tagImage.ts';
import type { ImageReference } from '../engine/kinds/image.ts';
import { objectCommand } from './command.ts';
import { nameOf } from './nameOf.ts';
import { tagProblem, withTag } from './tagProblem.ts';

/** Gives an image another reference. */
export const imageTag = objectCommand({
  id: 'image.tag',
  title: 'Tag…',
  description:
    'Gives an image a further reference; without a tag it gets `latest`. Where another image has that reference already, asks whether it should move.',
  icon: 'tag',
  kind: 'image',
  place: 'edit',
  single: true,
  async run([image], { engine, ui, signal }) {
    if (image === undefined) return;
    const name = nameOf(image);
    const input = await ui.input({
      title: t('Tag {0}', name),
      prompt: t('New reference, such as app:1.0 or registry.example.com/team/app:1.0'),
      ...(image.tags.length > 0 ? { value: image.reference } : {}),
      validate: tagProblem,
    });
    if (input === undefined) return;
    const target = withTag(input);
    const owner = engine.inventory.list('image').find(({ tags }) => tags.includes(target));
    if (owner?.id === image.id) return;
    if (owner !== undefined && !(await mayMove(target, image, owner.tags.length))) return;
    await tagImage(engine, image.reference, { target, signal });

    async function mayMove(tag: string, to: ImageReference, tags: number): Promise<boolean> {
      const chosen = await ui.confirm({
        message: t('{0} is the name of another image. Move it to {1}?', tag, nameOf(to)),
        detail:
          tags > 1 ? t('The other image keeps its other tags.') : t('The other image stays, without a tag.'),
        actions: [t('Move Tag')],
      });
      return chosen !== undefined;
    }
  },
});
