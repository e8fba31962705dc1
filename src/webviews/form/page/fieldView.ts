import type { PageProblem, PageTexts, PageValues, Place } from '../protocol.ts';

/** A field of the page. */
export interface FieldView {
  readonly node: HTMLElement;
  value(): PageValues[string];
  /** Shows what is wrong with it, or nothing. */
  show(problems: readonly PageProblem[]): void;
  focus(place?: Pick<Place, 'row' | 'column'>): void;
  pick(place: Pick<Place, 'row' | 'column'>, path: string): void;
}

/** What fields need of the page. */
export interface FieldParts {
  readonly texts: PageTexts;
  browse(place: Place): void;
  /** A value has changed, by no input of the person's own. */
  changed(): void;
}
