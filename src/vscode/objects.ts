import { t } from '@vscode/l10n';
import type { ObjectCommand } from '../commands/command.ts';
import { type Selection, statesOf } from '../commands/selection.ts';
import type { Row } from '../views/view.ts';
import { pickMany, pickOne } from './pick.ts';
import type { RowReference } from './rowReference.ts';
import type { Tree } from './tree.ts';
import { walkRows } from './walkRows.ts';

/** What a command found to work on, or a sentence that says why there is nothing; undefined when dismissed. */
type Found = { readonly objects: readonly Selection[] } | { readonly nothing: string } | undefined;

/** The objects of the rows of one host that a person chose, as they are now: they may have moved on since the menu was opened. */
export function objectsOfRows(
  command: ObjectCommand,
  references: readonly RowReference[],
  trees: readonly Tree[],
): Found {
  const there = references.flatMap(
    (reference) => trees.find(({ view }) => view.id === reference.view)?.row(reference) ?? [],
  );
  const ofKind = there.filter(({ object }) => object?.kind === command.kind);
  const objects = ofKind.flatMap(({ object }) =>
    object !== undefined && fits(command, object) ? [object] : [],
  );
  if (objects.length > 0) return { objects };
  const [moved] = ofKind;
  if (moved?.object === undefined) return { nothing: t('What this was to work on is gone.') };
  const [state] = statesOf(moved.object);
  return {
    nothing:
      state === undefined
        ? t('“{0}” does not apply to {1}.', titleOf(command), moved.label)
        : t('“{0}” does not apply: {1} is {2} now.', titleOf(command), moved.label, state),
  };
}

/** Lets the person pick among the objects in `rows` that the command fits, shown as in the trees. */
export async function pickObjects(
  command: ObjectCommand,
  rows: readonly Row[],
  signal: AbortSignal,
): Promise<Found> {
  const seen = new Set<string>();
  const choices = [...walkRows(rows)].flatMap(({ row, group }) => {
    const { object, label, description, icon } = row;
    if (object?.kind !== command.kind || !fits(command, object)) return [];
    const id = object.kind === 'image' ? object.reference : object.id;
    if (seen.has(id)) return [];
    seen.add(id);
    return {
      label,
      icon: icon.id,
      value: object,
      ...(description === undefined ? {} : { description }),
      ...(group === undefined ? {} : { group }),
    };
  });
  if (choices.length === 0) return { nothing: nothingToPick(command) };
  const title = titleOf(command);
  if (command.single) {
    const object = await pickOne({ title, placeholder: t('Select one'), choices }, signal);
    return object && { objects: [object] };
  }
  const objects = await pickMany({ title, placeholder: t('Select one or more'), choices }, signal);
  return objects && objects.length > 0 ? { objects } : undefined;
}

function fits(command: ObjectCommand, object: Selection): boolean {
  const { states } = command;
  return states === undefined || statesOf(object).some((state) => states.some((wanted) => wanted === state));
}

function nothingToPick(command: ObjectCommand): string {
  const states = command.states?.map((state) => state.replace('-', ' ')) ?? [];
  const last = states.at(-1);
  if (last === undefined) return t('There is nothing that “{0}” applies to.', titleOf(command));
  const wanted = states.length === 1 ? last : t('{0} or {1}', states.slice(0, -1).join(', '), last);
  return t('There is no {0} that is {1}.', command.kind, wanted);
}

function titleOf(command: ObjectCommand): string {
  return t(command.title).replace(/…$/, '');
}
