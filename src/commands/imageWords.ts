import { t } from '@vscode/l10n';
import type { ImagesToPrune } from '../engine/images/pruneImages.ts';
import type { Image } from '../engine/kinds/image.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';

/** All of an image's tags; its short id where it has none. */
export function namesOfImage({ tags, id }: Image): string {
  return tags.length === 0 ? shortId(id) : tags.join(', ');
}

/** The most that removing images can free: the build cache may keep layers, and of several some may be shared. */
export function freedWords({ images, uniqueBytes, bytes }: ImagesToPrune): string {
  return t('up to {0}', sizeWords(images.length === 1 ? uniqueBytes : bytes));
}
