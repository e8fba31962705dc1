import type { PageColumn, PageField, PageValue, PageValues } from '../protocol.ts';
import { element } from './element.ts';
import type { FieldParts, FieldView } from './fieldView.ts';
import { createInput } from './input.ts';
import { createList } from './list.ts';
import { markControl, problemText, showProblem } from './problem.ts';

/** A field with its label, its help and what is wrong with it. */
export function createField(
  name: string,
  field: PageField,
  value: PageValues[string],
  parts: FieldParts,
): FieldView {
  if (field.kind === 'list') return createList(name, field, Array.isArray(value) ? value : [], parts);
  return single(name, field, value as PageValue, parts);
}

function single(name: string, field: PageColumn, value: PageValue, parts: FieldParts): FieldView {
  const id = `field-${name}`;
  const input = createInput(field, { id, texts: parts.texts, browse: () => parts.browse({ field: name }) });
  input.set(value);
  const label = element('label', { for: id }, field.label);
  if (field.required) label.append(element('span', { class: 'required', 'aria-hidden': 'true' }, ' *'));
  const help = element('p', { class: 'help', id: `${id}-help` }, field.help ?? '');
  const problem = problemText(`${id}-problem`);
  input.control.setAttribute('aria-describedby', `${help.id} ${problem.id}`);
  const node =
    field.kind === 'checkbox'
      ? element('div', { class: 'field' }, element('div', { class: 'check' }, input.node, label))
      : element('div', { class: 'field' }, label, input.node);
  if (field.help !== undefined) node.append(help);
  node.append(problem);
  return {
    node,
    value: input.value,
    show([first]) {
      showProblem(first, problem);
      markControl(first, input.control);
    },
    focus: () => input.control.focus(),
    pick(_place, path) {
      input.set(path);
      parts.changed();
    },
  };
}
