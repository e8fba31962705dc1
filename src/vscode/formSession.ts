import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { AnyForm, Fields, FormRun, Values } from '../commands/form.ts';
import { blocks, formProblems } from '../commands/formProblems.ts';
import { effectiveValues, initialValues, readValues } from '../commands/formValues.ts';
import type { FromPage, Place, ToPage } from '../webviews/form/protocol.ts';
import { openFiles } from './fileDialogs.ts';
import { formModel } from './formModel.ts';
import { isCancellation } from './messages.ts';

/** What a session speaks to. */
interface Around {
  send(message: ToPage): void;
  /** It has been submitted, and this came of it. */
  done(result: unknown): void;
  /** An error, in words for the person. */
  words(error: unknown): string;
}

/** One form while its page is open: says what follows from its values, and runs what its buttons do. */
export class FormSession {
  readonly #form: AnyForm;
  readonly #around: Around;
  readonly #ended = new AbortController();
  #values: Values<Fields>;
  #running: AbortController | undefined;

  constructor(form: AnyForm, around: Around) {
    this.#form = form;
    this.#around = around;
    this.#values = initialValues(form.fields, form.initial);
  }

  receive(message: Exclude<FromPage, { type: 'close' }>): void {
    switch (message.type) {
      case 'ready':
        this.#around.send({ type: 'open', model: formModel(this.#form) });
        return;
      case 'cancel':
        this.#running?.abort();
        return;
      case 'copy': {
        const text = this.#form.preview?.(effectiveValues(this.#form, this.#values)).text;
        if (text !== undefined) void vscode.env.clipboard.writeText(text);
        return;
      }
      case 'browse':
        void this.#browse(message.place);
        return;
      case 'values':
      case 'submit':
      case 'check': {
        const values = readValues(this.#form.fields, message.values);
        if (values === undefined) return;
        this.#values = values;
        const acts = message.type !== 'values';
        const blocked = this.#tellState(message.revision, acts);
        if (acts && !blocked) void this.#act(message.type);
      }
    }
  }

  dispose(): void {
    this.#ended.abort();
  }

  /** Returns whether something is wrong that it can't be submitted with. */
  #tellState(revision: number, acts: boolean): boolean {
    const form = this.#form;
    const problems = formProblems(form, this.#values);
    const values = effectiveValues(form, this.#values);
    const preview = form.preview?.(values);
    const blocked = blocks(problems);
    this.#around.send({
      type: 'state',
      revision,
      problems,
      hidden: form.hidden?.(values) ?? [],
      ...(preview === undefined ? {} : { preview }),
      reveal: acts && blocked,
    });
    return blocked;
  }

  async #act(action: 'submit' | 'check'): Promise<void> {
    if (this.#running !== undefined) return;
    const cancelled = new AbortController();
    this.#running = cancelled;
    const context: FormRun = {
      signal: AbortSignal.any([cancelled.signal, this.#ended.signal]),
      report: (progress) => this.#around.send({ type: 'progress', ...progress }),
    };
    this.#around.send({ type: 'running' });
    try {
      const values = effectiveValues(this.#form, this.#values);
      if (action === 'submit') this.#around.done(await this.#form.run(values, context));
      else this.#end('checked', (await this.#form.check?.run(values, context)) ?? '');
    } catch (error) {
      if (isCancellation(error)) this.#end('cancelled', t('Cancelled.'));
      else this.#end('failed', this.#around.words(error));
    } finally {
      this.#running = undefined;
    }
  }

  #end(outcome: 'failed' | 'checked' | 'cancelled', message: string): void {
    this.#around.send({ type: 'ended', outcome, message });
  }

  async #browse(place: Place): Promise<void> {
    const field = this.#form.fields[place.field];
    const input = field?.kind === 'list' ? field.columns[place.column ?? ''] : field;
    if (input?.kind !== 'path') return;
    const [path] = (await openFiles({ title: input.label, folders: input.choose === 'folder' })) ?? [];
    if (path !== undefined) this.#around.send({ type: 'picked', place, path });
  }
}
