import type { PageField, PageProblem, PageRow } from '../protocol.ts';
import { element } from './element.ts';
import type { FieldParts, FieldView } from './fieldView.ts';
import { createInput, type Input } from './input.ts';
import { markControl, problemText, showProblem } from './problem.ts';

type ListField = Extract<PageField, { kind: 'list' }>;

interface RowView {
  readonly node: HTMLElement;
  readonly inputs: ReadonlyMap<string, Input>;
  readonly problem: HTMLElement;
}

/**
 * A list of rows. Enter in a row adds one below it; a row's button removes it, and so does Ctrl+Backspace in the row.
 * The focus is always where the person goes on.
 */
export function createList(
  name: string,
  field: ListField,
  values: readonly PageRow[],
  { texts, browse, changed }: FieldParts,
): FieldView {
  const id = `field-${name}`;
  const columns = Object.entries(field.columns);
  const rows: RowView[] = [];
  const header = element(
    'div',
    { class: 'row header', 'aria-hidden': 'true' },
    ...columns.map(([, column]) => element('span', { class: `cell ${column.kind}` }, column.label)),
    element('span', { class: 'cell end' }),
  );
  const body = element('div', { class: 'rows' });
  const problem = problemText(`${id}-problem`);
  const addButton = element('button', { type: 'button', class: 'secondary' }, field.add);
  const node = element('fieldset', { class: 'field list' }, element('legend', {}, field.label));
  if (field.help !== undefined) node.append(element('p', { class: 'help' }, field.help));
  node.append(header, body, problem, addButton);

  const number = () => {
    header.hidden = rows.length === 0;
    for (const [i, { inputs }] of rows.entries()) {
      for (const [column, { control }] of inputs) {
        const label = field.columns[column]?.label ?? column;
        control.setAttribute('aria-label', texts.inRow.replace('{0}', label).replace('{1}', String(i + 1)));
      }
    }
  };
  const remove = (row: RowView) => {
    const at = rows.indexOf(row);
    rows.splice(at, 1);
    row.node.remove();
    number();
    focusRow(rows[Math.min(at, rows.length - 1)]);
    changed();
  };
  const focusRow = (row: RowView | undefined, column?: string) => {
    const input = row && ((column && row.inputs.get(column)) || [...row.inputs.values()][0]);
    (input?.control ?? addButton).focus();
  };
  const add = (at: number, value?: PageRow): RowView => {
    const inputs = new Map<string, Input>();
    for (const [column, definition] of columns) {
      const input = createInput(definition, {
        id: `${id}-${crypto.randomUUID()}`,
        texts,
        name: definition.label,
        browse: () => browse({ field: name, row: rows.indexOf(row), column }),
      });
      if (value !== undefined) input.set(value[column]);
      inputs.set(column, input);
    }
    const removeButton = element('button', {
      type: 'button',
      class: 'icon',
      title: texts.remove,
      'aria-label': texts.remove,
    });
    const cells = [...inputs].map(([column, input]) =>
      element('div', { class: `cell ${field.columns[column]?.kind}` }, input.node),
    );
    const sentence = problemText(`${id}-${crypto.randomUUID()}`);
    const line = element(
      'div',
      { class: 'row' },
      ...cells,
      element('div', { class: 'cell end' }, removeButton),
    );
    const row: RowView = {
      node: element('div', { role: 'group' }, line, sentence),
      inputs,
      problem: sentence,
    };
    removeButton.addEventListener('click', () => remove(row));
    row.node.addEventListener('keydown', (event) => {
      const typing = event.target instanceof HTMLInputElement;
      if (event.key === 'Enter' && typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        focusRow(add(rows.indexOf(row) + 1));
      } else if (event.key === 'Backspace' && (event.ctrlKey || event.metaKey) && isEmpty(row)) {
        event.preventDefault();
        remove(row);
      }
    });
    body.insertBefore(row.node, rows[at]?.node ?? null);
    rows.splice(at, 0, row);
    number();
    if (value === undefined) changed();
    return row;
  };
  for (const value of values) add(rows.length, value);
  number();
  addButton.addEventListener('click', () => focusRow(add(rows.length)));

  return {
    node,
    value: () =>
      rows.map(({ inputs }) =>
        Object.fromEntries([...inputs].map(([column, input]) => [column, input.value()])),
      ),
    show(problems) {
      showProblem(
        problems.find(({ row }) => row === undefined),
        problem,
      );
      for (const [i, row] of rows.entries())
        showRow(
          row,
          problems.filter((one) => one.row === i),
        );
    },
    focus: ({ row, column } = {}) => focusRow(row === undefined ? undefined : rows[row], column),
    pick({ row, column }, path) {
      const input = row === undefined || column === undefined ? undefined : rows[row]?.inputs.get(column);
      input?.set(path);
      input?.control.focus();
      changed();
    },
  };
}

function showRow({ inputs, problem }: RowView, problems: readonly PageProblem[]): void {
  for (const [column, { control }] of inputs) {
    markControl(
      problems.find((one) => one.column === column || one.column === undefined),
      control,
    );
  }
  showProblem(problems[0], problem);
}

function isEmpty({ inputs }: RowView): boolean {
  return [...inputs.values()].every(
    ({ control }) => control instanceof HTMLSelectElement || control.value === '',
  );
}
