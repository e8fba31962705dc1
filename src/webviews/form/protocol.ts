/** What the page shows of a form: all in plain JSON, as the two sides share no memory. */
export interface PageModel {
  readonly title: string;
  readonly description?: string;
  readonly fields: Readonly<Record<string, PageField>>;
  /** Those without a title stand above the others. */
  readonly sections: readonly PageSection[];
  readonly values: PageValues;
  readonly submit: string;
  readonly check?: string;
  /** The page's own words, in the person's language. */
  readonly texts: PageTexts;
}

export interface PageSection {
  readonly title?: string;
  readonly help?: string;
  readonly fields: readonly string[];
  readonly folded: boolean;
}

interface PageFieldBase {
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
}

/** One input; in a list a column of it. */
export type PageColumn = PageFieldBase &
  (
    | { readonly kind: 'text'; readonly placeholder?: string; readonly suggestions: readonly string[] }
    | { readonly kind: 'multiline'; readonly placeholder?: string; readonly lines: number }
    | { readonly kind: 'secret'; readonly placeholder?: string }
    | { readonly kind: 'path'; readonly placeholder?: string }
    | { readonly kind: 'number'; readonly placeholder?: string; readonly unit?: string }
    | { readonly kind: 'checkbox' }
    | {
        readonly kind: 'select';
        readonly choices: readonly { readonly value: string; readonly label: string }[];
      }
  );

export type PageField =
  | PageColumn
  | (PageFieldBase & {
      readonly kind: 'list';
      readonly add: string;
      readonly columns: Readonly<Record<string, PageColumn>>;
    });

/** A number's text where it is none. */
export type PageValue = string | number | boolean | undefined;
export type PageRow = Readonly<Record<string, PageValue>>;
export type PageValues = Readonly<Record<string, PageValue | readonly PageRow[]>>;

/** Where in a form: a field, or an input of one of its rows (zero-based). */
export interface Place {
  readonly field: string;
  readonly row?: number;
  readonly column?: string;
}

export interface PageProblem extends Place {
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface PageTexts {
  readonly browse: string;
  readonly copy: string;
  readonly copied: string;
  readonly cancel: string;
  readonly remove: string;
  /** `{0}` is the column's label, `{1}` the row's number. */
  readonly inRow: string;
}

/** What the extension tells the page. */
export type ToPage =
  | { readonly type: 'open'; readonly model: PageModel }
  /** What follows from the values of that revision; `reveal` moves to the first problem, which a submission met. */
  | {
      readonly type: 'state';
      readonly revision: number;
      readonly problems: readonly PageProblem[];
      readonly hidden: readonly string[];
      readonly preview?: { readonly label: string; readonly text: string };
      readonly reveal: boolean;
    }
  | { readonly type: 'running' }
  | { readonly type: 'progress'; readonly message?: string; readonly fraction?: number }
  /** It runs no more, and this came of it. */
  | { readonly type: 'ended'; readonly outcome: 'failed' | 'checked' | 'cancelled'; readonly message: string }
  | { readonly type: 'picked'; readonly place: Place; readonly path: string };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' | 'cancel' | 'copy' | 'close' }
  | { readonly type: 'values' | 'submit' | 'check'; readonly revision: number; readonly values: PageValues }
  | { readonly type: 'browse'; readonly place: Place };

/** Which parts a message has, and what `typeof` says of each. */
type Shape = Readonly<Record<string, 'string' | 'number' | 'object' | 'boolean'>>;
type Shapes<M extends { readonly type: string }> = { readonly [T in M['type']]: Shape };

const toPage: Shapes<ToPage> = {
  open: { model: 'object' },
  state: { revision: 'number', problems: 'object', hidden: 'object', reveal: 'boolean' },
  running: {},
  progress: {},
  ended: { outcome: 'string', message: 'string' },
  picked: { place: 'object', path: 'string' },
};

const fromPage: Shapes<FromPage> = {
  ready: {},
  cancel: {},
  copy: {},
  close: {},
  values: { revision: 'number', values: 'object' },
  submit: { revision: 'number', values: 'object' },
  check: { revision: 'number', values: 'object' },
  browse: { place: 'object' },
};

/** A message to the page, undefined where it is none; values in it are checked where they are used. */
export function readToPage(data: unknown): ToPage | undefined {
  return isOf(toPage, data) ? (data as ToPage) : undefined;
}

/** A message from the page, undefined where it is none. The values are still to be made those of the form. */
export function readFromPage(data: unknown): FromPage | undefined {
  if (!isOf(fromPage, data)) return undefined;
  const message = data as FromPage;
  return message.type !== 'browse' || isPlace(message.place) ? message : undefined;
}

function isPlace({ field, row, column }: Readonly<Record<keyof Place, unknown>> | Place): boolean {
  return (
    typeof field === 'string' &&
    (row === undefined || typeof row === 'number') &&
    (column === undefined || typeof column === 'string')
  );
}

function isOf(shapes: Readonly<Record<string, Shape>>, data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('type' in data) || typeof data.type !== 'string')
    return false;
  const shape = Object.hasOwn(shapes, data.type) ? shapes[data.type] : undefined;
  if (shape === undefined) return false;
  const parts = data as Readonly<Record<string, unknown>>;
  return Object.entries(shape).every(([name, type]) => typeof parts[name] === type && parts[name] !== null);
}
