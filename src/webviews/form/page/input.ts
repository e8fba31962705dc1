import type { PageColumn, PageTexts, PageValue } from '../protocol.ts';
import { element } from './element.ts';

/** One input: what stands in the page, what takes the focus, and what it holds. */
export interface Input {
  readonly node: HTMLElement;
  readonly control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  value(): PageValue;
  set(value: PageValue): void;
}

/** What an input is given of its surroundings. */
interface Surroundings {
  readonly id: string;
  readonly texts: PageTexts;
  /** Its name for those who can't see where it stands; where no label names it. */
  readonly name?: string;
  /** Asks for a path. */
  browse(): void;
}

/** The input of a field or of a column. */
export function createInput(field: PageColumn, around: Surroundings): Input {
  const { id, name } = around;
  const attributes = {
    id,
    'aria-label': name,
    title: name === undefined ? undefined : field.help,
    'aria-required': field.required ? 'true' : undefined,
    spellcheck: 'false',
    autocomplete: 'off',
  };
  switch (field.kind) {
    case 'checkbox': {
      const control = element('input', { ...attributes, type: 'checkbox' });
      return {
        node: control,
        control,
        value: () => control.checked,
        set(value) {
          control.checked = value === true;
        },
      };
    }
    case 'select': {
      const options = field.choices.map(({ value, label }) => element('option', { value }, label));
      const control = element('select', attributes, ...options);
      return { node: element('div', { class: 'select' }, control), control, ...textOf(control) };
    }
    case 'multiline': {
      const control = element('textarea', {
        ...attributes,
        rows: String(field.lines),
        placeholder: field.placeholder,
      });
      return { node: control, control, ...textOf(control) };
    }
    default:
      return line(field, attributes, around);
  }
}

function line(
  field: Extract<PageColumn, { kind: 'text' | 'secret' | 'path' | 'number' }>,
  attributes: Readonly<Record<string, string | undefined>>,
  { id, texts, browse }: Surroundings,
): Input {
  const control = element('input', {
    ...attributes,
    type: field.kind === 'secret' ? 'password' : 'text',
    inputmode: field.kind === 'number' ? 'decimal' : undefined,
    placeholder: field.placeholder,
  });
  const text = textOf(control);
  switch (field.kind) {
    case 'number': {
      const unit = field.unit === undefined ? [] : [element('span', { class: 'unit' }, field.unit)];
      const node = element('div', { class: 'line number' }, control, ...unit);
      return { node, control, value: () => numberOf(control.value), set: text.set };
    }
    case 'path': {
      const button = element('button', { type: 'button', class: 'secondary' }, texts.browse);
      button.addEventListener('click', browse);
      return { node: element('div', { class: 'line' }, control, button), control, ...text };
    }
    case 'text': {
      if (field.suggestions.length === 0) break;
      const list = element(
        'datalist',
        { id: `${id}-suggestions` },
        ...field.suggestions.map((value) => element('option', { value })),
      );
      control.setAttribute('list', list.id);
      return { node: element('div', { class: 'line' }, control, list), control, ...text };
    }
  }
  return { node: control, control, ...text };
}

function textOf(control: { value: string }): Pick<Input, 'value' | 'set'> {
  return {
    value: () => control.value,
    set(value) {
      control.value = value === undefined ? '' : String(value);
    },
  };
}

/** The text itself where it is no number: what is wrong with it is said by the extension. */
function numberOf(text: string): PageValue {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : text;
}
