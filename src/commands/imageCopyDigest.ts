import type { ImageReference } from '../engine/kinds/image.ts';
import { parseReference } from '../engine/reference.ts';
import { objectCommand } from './command.ts';

/** Copies the digests that registries know images by, such as `nginx@sha256:…`, one a line. Images that were neither pulled nor pushed have none. */
export const imageCopyDigest = objectCommand({
  id: 'image.copyDigest',
  title: 'Copy Digest',
  description:
    'Copies the digests that registries know images by, such as `nginx@sha256:…`, one a line. Images that were neither pulled nor pushed have none.',
  icon: 'copy',
  kind: 'image',
  states: ['digest'],
  place: 'copy',
  run: (images, { ui }) => ui.copy(images.flatMap(digestOf).join('\n')),
});

/** The one of the reference's own repository: an image may have come from several. */
function digestOf({ digests, reference }: ImageReference): readonly string[] {
  const repository = parseReference(reference)?.repository;
  const own = digests.find((digest) => digest.startsWith(`${repository}@`)) ?? digests[0];
  return own === undefined ? [] : [own];
}
