import type { LiveDocument } from '../commands/ui.ts';
import { EngineError } from '../engine/errors.ts';
import type { Inventory } from '../engine/inventory.ts';
import { stableJson } from '../words/stableJson.ts';

/** What a live text asks of and tells whom it is shown by. */
interface Shown {
  /** Whether somebody sees it now. */
  visible(): boolean;
  /** Hears of another text, and of the object's end. */
  onDidChange(): void;
  /** Hears why a later reading failed; the text stays as it was. */
  failed(error: unknown): void;
}

/**
 * The text of one document. After the first reading it is read again when the inventory says that the object has
 * changed: at once while somebody sees it, else when somebody does. An object that is gone leaves its last text.
 */
export class LiveText {
  readonly #document: LiveDocument;
  readonly #shown: Shown;
  readonly #ended = new AbortController();
  readonly #subscription: Disposable;
  #text = '';
  #gone = false;
  #outdated = false;
  #reading: Promise<void> | undefined;

  constructor(inventory: Inventory, document: LiveDocument, shown: Shown) {
    this.#document = document;
    this.#shown = shown;
    this.#subscription = inventory.onDidChange(({ kind, added, changed, removed }) => {
      const { about } = document;
      if (kind !== about?.kind) return;
      if (removed.includes(about.id)) this.#end();
      else if ([...added, ...changed].some(({ id }) => id === about.id)) this.#change();
    });
  }

  get text(): string {
    return this.#text;
  }

  /** Whether the object is no more, so that the text is its last. */
  get gone(): boolean {
    return this.#gone;
  }

  /** Reads it; throws what the reading throws. */
  async read(signal?: AbortSignal): Promise<void> {
    const value = await this.#document.read(
      AbortSignal.any([this.#ended.signal, ...(signal === undefined ? [] : [signal])]),
    );
    const text = stableJson(value);
    const changed = text !== this.#text || this.#gone;
    this.#text = text;
    this.#gone = false;
    if (changed && !this.#ended.signal.aborted) this.#shown.onDidChange();
  }

  /** Somebody sees it now. */
  seen(): void {
    if (this.#outdated && this.#reading === undefined) this.#reading = this.#readAgain();
  }

  dispose(): void {
    this.#subscription[Symbol.dispose]();
    this.#ended.abort();
  }

  #change(): void {
    this.#outdated = true;
    if (this.#shown.visible()) this.seen();
  }

  #end(): void {
    this.#outdated = false;
    this.#gone = true;
    this.#shown.onDidChange();
  }

  /** Once more for all changes that come while it is read. */
  async #readAgain(): Promise<void> {
    while (this.#outdated && !this.#ended.signal.aborted) {
      this.#outdated = false;
      try {
        await this.read();
      } catch (error) {
        if (this.#ended.signal.aborted) break;
        if (error instanceof EngineError && error.status === 404) this.#end();
        else this.#shown.failed(error);
      }
    }
    this.#reading = undefined;
  }
}
