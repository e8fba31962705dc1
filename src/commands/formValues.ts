import type { AnyForm, Columns, Field, Fields, ValueOf, Values } from './form.ts';

/** What the fields hold when the form opens. */
export function initialValues<F extends Fields>(fields: F, initial: Partial<Values<F>> = {}): Values<F> {
  return mapFields(fields, (field, name) => initial[name] ?? emptyValue(field));
}

/** A new row of a list. */
function emptyRow(columns: Columns): Values<Columns> {
  return mapFields(columns, emptyValue);
}

/** What a field holds that nobody has touched. */
function emptyValue(field: Field): ValueOf<Field> {
  switch (field.kind) {
    case 'checkbox':
      return false;
    case 'number':
      return undefined;
    case 'list':
      return [];
    case 'select':
      return field.choices[0]?.value ?? '';
    default:
      return '';
  }
}

/** The values as the form's functions get them: the empty one for what is hidden, and no rows that are wholly empty. */
export function effectiveValues(form: AnyForm, values: Values<Fields>): Values<Fields> {
  const filled = mapFields(form.fields, (field, name) => withoutEmptyRows(field, values[name]));
  const hidden = new Set(form.hidden?.(filled) ?? []);
  return mapFields(form.fields, (field, name) => (hidden.has(name) ? emptyValue(field) : filled[name]));
}

/** Which rows of a list `effectiveValues` keeps, by their places in the list as it is shown. */
export function filledRows(columns: Columns, rows: readonly Values<Columns>[]): readonly number[] {
  const empty = emptyRow(columns);
  return rows.flatMap((row, i) =>
    Object.keys(columns).some((name) => row[name] !== empty[name]) ? [i] : [],
  );
}

/**
 * Values from outside, made those of the form: what has no field is left out, what has another type than its field is
 * the empty value. Undefined where it is no object at all.
 */
export function readValues(fields: Fields, data: unknown): Values<Fields> | undefined {
  if (!isRecord(data)) return undefined;
  return mapFields(fields, (field, name) => readValue(field, data[name]));
}

function readValue(field: Field, data: unknown): ValueOf<Field> {
  switch (field.kind) {
    case 'checkbox':
      return data === true;
    case 'number':
      // A text is what could not be read as a number.
      return typeof data === 'number' ? data : typeof data === 'string' ? Number.NaN : undefined;
    case 'select':
      return field.choices.some(({ value }) => value === data) ? (data as string) : emptyValue(field);
    case 'list':
      return Array.isArray(data)
        ? data.map((row: unknown) =>
            mapFields(field.columns, (column, name) =>
              readValue(column, isRecord(row) ? row[name] : undefined),
            ),
          )
        : [];
    default:
      return typeof data === 'string' ? data : '';
  }
}

function withoutEmptyRows(field: Field, value: ValueOf<Field>): ValueOf<Field> {
  if (field.kind !== 'list' || !Array.isArray(value)) return value;
  const rows: readonly Values<Columns>[] = value;
  const filled = filledRows(field.columns, rows);
  return filled.length === rows.length ? value : rows.filter((_row, i) => filled.includes(i));
}

function mapFields<F extends Fields>(
  fields: F,
  value: (field: Field, name: keyof F & string) => unknown,
): Values<F> {
  // One value for each field: what `Values` is.
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, value(field, name)]),
  ) as Values<F>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
