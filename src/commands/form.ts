import type { Report } from './report.ts';

/**
 * A page to fill in, declared: `fields` says what is asked for, and the types of the values follow from it. What depends
 * on values (`hidden`, `validate`, `preview`) runs again at each change of theirs.
 */
export interface Form<F extends Fields, R> {
  /** The tab's name and the page's heading. */
  readonly title: string;
  /** Below the heading: what it is for, where that is not plain. */
  readonly description?: string;
  /** In the order in which they are shown. */
  readonly fields: F;
  /** What the fields hold at first; empty where left out, a select its first choice. */
  readonly initial?: NoInfer<Partial<Values<F>>>;
  /** Groups of fields under headings, from top to bottom. Fields in none of them stand above. */
  readonly sections?: readonly FormSection<NoInfer<F>>[];
  /** The fields that make no sense with these values. Such a field is not shown, and its value is the empty one. */
  hidden?(values: Values<F>): readonly NameOf<NoInfer<F>>[];
  /** What is wrong beyond single fields, or beyond the fields' own `problem`. */
  validate?(values: Values<F>): readonly FormProblem<NoInfer<F>>[];
  /** A text that follows from the values, with a button that copies it: such as the command line that does the same. */
  preview?(values: Values<F>): FormPreview;
  /** A second button: tries the values out and resolves to what came of it, which the page says. It stays open. */
  readonly check?: FormCheck<F>;
  /** The button's words: `Run`. */
  readonly submit: string;
  /** What the button does. The page closes when it resolves; what it throws is said on the page, and all values stay. */
  run(values: Values<F>, context: FormRun): Promise<R>;
}

/** What a page's action gets: `signal` is aborted by its Cancel button and by closing the page. */
export interface FormRun {
  readonly signal: AbortSignal;
  readonly report: Report;
}

interface FormCheck<F extends Fields> {
  readonly label: string;
  run(values: Values<F>, context: FormRun): Promise<string>;
}

interface FormSection<F extends Fields> {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly NameOf<F>[];
  /** Closed at first, unless one of its fields holds something. */
  readonly folded?: boolean;
}

/** What is wrong with a field; in a list with a row of it (zero-based), or with one column of that. */
export type FormProblem<F extends Fields = Fields> = {
  readonly [K in NameOf<F>]: {
    readonly field: K;
    readonly message: string;
    /** A warning is shown, and does not keep the form from being submitted. */
    readonly severity?: 'error' | 'warning';
  } & (F[K] extends ListField<infer C>
    ? { readonly row?: number; readonly column?: keyof C & string }
    : { readonly row?: never; readonly column?: never });
}[NameOf<F>];

interface FormPreview {
  readonly label: string;
  readonly text: string;
}

export type Fields = Readonly<Record<string, Field>>;
type NameOf<F extends Fields> = keyof F & string;
export type Field = Column | MultilineField | ListField;

/** A field that also fits into a row of a list. */
export type Column = TextField | NumberField | CheckboxField | SelectField | PathField | SecretField;
export type Columns = Readonly<Record<string, Column>>;

interface FieldBase {
  readonly label: string;
  /** A sentence below the field; the tooltip of a column. */
  readonly help?: string;
}

interface TextBase extends FieldBase {
  readonly placeholder?: string;
  /** It may not be empty. */
  readonly required?: boolean;
  /** What is wrong with it, in words for the person; asked only where it is not empty. */
  problem?(value: string): string | undefined;
}

/** A line of text. */
export interface TextField extends TextBase {
  readonly kind: 'text';
  /** Offered while it is typed; anything else can be typed as well. */
  readonly suggestions?: readonly string[];
}

/** Several lines of text. */
interface MultilineField extends TextBase {
  readonly kind: 'multiline';
  /** How many are seen at first; 3 unless told. */
  readonly lines?: number;
}

/** A text that is not shown. */
interface SecretField extends TextBase {
  readonly kind: 'secret';
}

/** An absolute path on the machine that the extension runs on, typed or chosen in the editor's dialog. */
interface PathField extends TextBase {
  readonly kind: 'path';
  readonly choose: 'file' | 'folder';
}

/** A number, undefined where the field is empty. */
interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Fractions are refused. */
  readonly whole?: boolean;
  /** Behind the field: `MB`. */
  readonly unit?: string;
}

interface CheckboxField extends FieldBase {
  readonly kind: 'checkbox';
}

/** One of a few choices. */
interface SelectField<V extends string = string> extends FieldBase {
  readonly kind: 'select';
  readonly choices: readonly { readonly value: V; readonly label: string }[];
}

/** Rows of columns, any number of them. */
interface ListField<C extends Columns = Columns> extends FieldBase {
  readonly kind: 'list';
  readonly columns: C;
  /** The button's words: `Add Port`. */
  readonly add: string;
}

/** What the fields of a form hold. Rows of a list that are wholly empty are left out. */
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

export type ValueOf<F extends Field> =
  F extends ListField<infer C>
    ? readonly { readonly [K in keyof C]: ValueOf<C[K]> }[]
    : F extends SelectField<infer V>
      ? V
      : F extends NumberField
        ? number | undefined
        : F extends CheckboxField
          ? boolean
          : string;

/** A form whose types are forgotten: what the page and the shell go by. */
export type AnyForm = Form<Fields, unknown>;

/** The same form, its types forgotten. Its functions then get values that nothing but `readValues` has checked. */
export function anyForm<F extends Fields, R>(form: Form<F, R>): AnyForm {
  return form as unknown as AnyForm;
}
