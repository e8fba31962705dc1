import { contextValueOf } from '../commands/contextValue.ts';
import type { Row } from './view.ts';

/**
 * Whether two rows look the same and have the same menu. `expanded` counts only when a row is first seen; a tooltip only
 * while somebody looks at it, which is up to who shows it.
 */
export function sameRow(a: Row, b: Row): boolean {
  return (
    a === b ||
    (a.label === b.label &&
      a.description === b.description &&
      a.icon.id === b.icon.id &&
      a.icon.color === b.icon.color &&
      a.accessibilityLabel === b.accessibilityLabel &&
      a.command === b.command &&
      opens(a) === opens(b) &&
      menuOf(a) === menuOf(b))
  );
}

/** Whether there may be something below a row. */
export function opens({ children, load }: Row): boolean {
  return children !== undefined || load !== undefined;
}

/** A row's tooltip, whichever way it is given. */
export function tooltipOf({ tooltip }: Row): string | undefined {
  return typeof tooltip === 'function' ? tooltip() : tooltip;
}

function menuOf({ object }: Row): string | undefined {
  return object && contextValueOf(object);
}
