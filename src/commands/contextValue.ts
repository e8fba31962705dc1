import type { ObjectCommand } from './command.ts';
import { type Selection, statesOf } from './selection.ts';

/** What when-clauses know of a row: the kind and the states of its object, such as `container:running:published`. */
export function contextValueOf(selection: Selection): string {
  return [selection.kind, ...statesOf(selection)].join(':');
}

/** The source of the regular expression that the context values of just those objects match that a command fits. */
export function contextValuePattern({ kind, states }: Pick<ObjectCommand, 'kind' | 'states'>): string {
  return states === undefined ? `^${kind}(:|$)` : `^${kind}:(.+:)?(${states.join('|')})(:|$)`;
}
