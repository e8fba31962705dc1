import { t } from '@vscode/l10n';
import type { AnyForm, Column, Columns, Field, Fields, ValueOf, Values } from './form.ts';
import { effectiveValues, filledRows } from './formValues.ts';

/** What is wrong with the values of a form, where in it, and in words for the person. */
export interface ShownProblem {
  readonly field: string;
  /** Place of the row in the list as it is shown. */
  readonly row?: number;
  readonly column?: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** All that is wrong: with single fields, and beyond them. Of hidden fields nothing is. */
export function formProblems(form: AnyForm, values: Values<Fields>): readonly ShownProblem[] {
  const effective = effectiveValues(form, values);
  const hidden = new Set(form.hidden?.(effective) ?? []);
  const own = Object.entries(form.fields)
    .filter(([name]) => !hidden.has(name))
    .flatMap(([name, field]) => fieldProblems(name, field, values[name]));
  const found = form.validate?.(effective) ?? [];
  const wider = found.flatMap(({ row, column, ...problem }) => {
    if (hidden.has(problem.field)) return [];
    const shownRow =
      row === undefined ? undefined : placeOf(form.fields[problem.field], values[problem.field], row);
    return [
      {
        field: problem.field,
        ...(shownRow === undefined ? {} : { row: shownRow }),
        ...(column === undefined ? {} : { column }),
        message: problem.message,
        severity: problem.severity ?? 'error',
      },
    ];
  });
  // A place that has a problem of its own needs no second sentence.
  const taken = new Set(own.map(placeKey));
  return [...own, ...wider.filter((problem) => !taken.has(placeKey(problem)))];
}

/** Whether the form can be submitted with these problems. */
export function blocks(problems: readonly ShownProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function fieldProblems(name: string, field: Field, value: ValueOf<Field>): readonly ShownProblem[] {
  if (field.kind !== 'list') {
    const message = valueProblem(field, value);
    return message === undefined ? [] : [{ field: name, message, severity: 'error' }];
  }
  const rows: readonly Values<Columns>[] = Array.isArray(value) ? value : [];
  return filledRows(field.columns, rows).flatMap((row) =>
    Object.entries(field.columns).flatMap(([column, type]) => {
      const message = valueProblem(type, rows[row]?.[column]);
      return message === undefined ? [] : [{ field: name, row, column, message, severity: 'error' as const }];
    }),
  );
}

function valueProblem(field: Exclude<Field, { kind: 'list' }>, value: unknown): string | undefined {
  switch (field.kind) {
    case 'checkbox':
    case 'select':
      return undefined;
    case 'number':
      return numberProblem(field, value);
    default:
      if (typeof value !== 'string' || value === '')
        return field.required ? t('{0} is needed.', field.label) : undefined;
      return field.problem?.(value);
  }
}

function numberProblem(field: Extract<Column, { kind: 'number' }>, value: unknown): string | undefined {
  const { label, required, min, max, whole } = field;
  if (value === undefined) return required ? t('{0} is needed.', label) : undefined;
  if (typeof value !== 'number' || Number.isNaN(value)) return t('{0} is a number.', label);
  if (whole && !Number.isInteger(value)) return t('{0} is a whole number.', label);
  if (min !== undefined && value < min) return t('{0} is at least {1}.', label, min);
  if (max !== undefined && value > max) return t('{0} is at most {1}.', label, max);
  return undefined;
}

/** The shown place of a row that the form's functions know without the empty rows before it. */
function placeOf(
  field: Field | undefined,
  value: ValueOf<Field> | undefined,
  row: number,
): number | undefined {
  if (field?.kind !== 'list' || !Array.isArray(value)) return undefined;
  return filledRows(field.columns, value)[row];
}

function placeKey({ field, row, column }: Pick<ShownProblem, 'field' | 'row' | 'column'>): string {
  return JSON.stringify([field, row, column]);
}
