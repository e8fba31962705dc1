import { t } from '@vscode/l10n';
import type { AnyForm, Column, Field } from '../commands/form.ts';
import { initialValues } from '../commands/formValues.ts';
import type { PageColumn, PageField, PageModel, PageSection, PageTexts } from '../webviews/form/protocol.ts';

/** What the page shows of a form: its data, without its functions. */
export function formModel(form: AnyForm): PageModel {
  const { title, description, submit, check, fields } = form;
  return {
    title,
    ...(description === undefined ? {} : { description }),
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, pageField(field)])),
    sections: sectionsOf(form),
    values: initialValues(fields, form.initial),
    submit,
    ...(check === undefined ? {} : { check: check.label }),
    texts: pageTexts(),
  };
}

function pageTexts(): PageTexts {
  return {
    browse: t('Browse…'),
    copy: t('Copy'),
    copied: t('Copied'),
    cancel: t('Cancel'),
    remove: t('Remove'),
    inRow: t('{0}, row {1}', '{0}', '{1}'),
  };
}

function sectionsOf({ fields, sections = [], initial = {} }: AnyForm): readonly PageSection[] {
  const named = new Set(sections.flatMap((section) => section.fields));
  const empty = initialValues(fields);
  const holds = (name: string) => {
    const value = initial[name];
    return value !== undefined && value !== empty[name] && !(Array.isArray(value) && value.length === 0);
  };
  return [
    { fields: Object.keys(fields).filter((name) => !named.has(name)), folded: false },
    ...sections.map((section) => ({
      ...section,
      folded: (section.folded ?? false) && !section.fields.some(holds),
    })),
  ];
}

function pageField(field: Field): PageField {
  if (field.kind !== 'list') return pageColumn(field);
  const { kind, add, columns } = field;
  return {
    ...base(field),
    kind,
    add,
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pageColumn(column)])),
  };
}

function pageColumn(field: Exclude<Field, { kind: 'list' }>): PageColumn {
  switch (field.kind) {
    case 'checkbox':
      return { ...base(field), kind: field.kind };
    case 'select':
      return { ...base(field), kind: field.kind, choices: field.choices };
    case 'multiline':
      return { ...base(field), ...hint(field), kind: field.kind, lines: field.lines ?? 3 };
    case 'text':
      return { ...base(field), ...hint(field), kind: field.kind, suggestions: field.suggestions ?? [] };
    case 'number':
      return {
        ...base(field),
        ...hint(field),
        kind: field.kind,
        ...(field.unit === undefined ? {} : { unit: field.unit }),
      };
    default:
      return { ...base(field), ...hint(field), kind: field.kind };
  }
}

function base(field: Field) {
  const { label, help } = field;
  const required = 'required' in field && field.required === true;
  return { label, required, ...(help === undefined ? {} : { help }) };
}

function hint({ placeholder }: Exclude<Column, { kind: 'checkbox' | 'select' }> | { placeholder?: string }) {
  return placeholder === undefined ? {} : { placeholder };
}
