import type { ObjectCommand } from '../commands/command.ts';
import { type Selection, statesOf } from '../commands/selection.ts';
import type { Host } from '../hosts/host.ts';
import type { Row } from '../views/view.ts';
import { pickMany, pickOne } from './pick.ts';
import type { RowReference } from './rowIndex.ts';
import type { Tree } from './tree.ts';

/** What a command found to work on, or a sentence that says why there is nothing; undefined when dismissed. */
type Found = { readonly objects: readonly Selection[] } | { readonly nothing: string } | undefined;

/** The objects of the rows that a person chose, as they are now: they may have moved on since the menu was opened. */
export function objectsOfRows(
  command: ObjectCommand,
  references: readonly RowReference[],
  { trees, host }: { readonly trees: readonly Tree[]; readonly host: Host },
): Found {
  const rows = new Map<string, Row>();
  for (const view of new Set(references.map((reference) => reference.view))) {
    for (const { row } of objectRows(trees.filter((tree) => tree.view.id === view)))
      rows.set(`${view} ${row.key}`, row);
  }
  const there = references.flatMap((reference) =>
    reference.host === host.id ? (rows.get(`${reference.view} ${reference.key}`) ?? []) : [],
  );
  const ofKind = there.filter(({ object }) => object?.kind === command.kind);
  const objects = ofKind.flatMap(({ object }) =>
    object !== undefined && fits(command, object) ? [object] : [],
  );
  if (objects.length > 0) return { objects };
  const [moved] = ofKind;
  if (moved?.object === undefined) return { nothing: `The ${command.kind} is gone.` };
  return {
    nothing: `“${titleOf(command)}” does not apply: ${moved.label} is ${statesOf(moved.object)[0]} now.`,
  };
}

/** Lets the person pick among the objects that the command fits, shown as in the trees. */
export async function pickObjects(
  command: ObjectCommand,
  trees: readonly Tree[],
  signal: AbortSignal,
): Promise<Found> {
  const choices = [...objectRows(trees)].flatMap(({ row, group }) => {
    const { object, label, description, icon } = row;
    if (object?.kind !== command.kind || !fits(command, object)) return [];
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
    const object = await pickOne({ title, placeholder: `Select a ${command.kind}`, choices }, signal);
    return object && { objects: [object] };
  }
  const objects = await pickMany({ title, placeholder: `Select ${command.kind}s`, choices }, signal);
  return objects && objects.length > 0 ? { objects } : undefined;
}

/** All rows that stand for an object, with the label of the row above. */
function* objectRows(trees: readonly Tree[]): Generator<{ readonly row: Row; readonly group?: string }> {
  function* walk(rows: readonly Row[], group?: string): ReturnType<typeof objectRows> {
    for (const row of rows) {
      if (row.object !== undefined) yield { row, ...(group === undefined ? {} : { group }) };
      yield* walk(row.children ?? [], row.label);
    }
  }
  for (const tree of trees) yield* walk(tree.rows());
}

function fits(command: ObjectCommand, object: Selection): boolean {
  const { states } = command;
  return states === undefined || statesOf(object).some((state) => states.some((wanted) => wanted === state));
}

function nothingToPick(command: ObjectCommand): string {
  const states = command.states?.map((state) => state.replace('-', ' ')) ?? [];
  const last = states.at(-1);
  if (last === undefined) return `There is no ${command.kind}.`;
  const wanted = states.length === 1 ? last : `${states.slice(0, -1).join(', ')} or ${last}`;
  return `There is no ${command.kind} that is ${wanted}.`;
}

function titleOf(command: ObjectCommand): string {
  return command.title.replace(/…$/, '');
}
