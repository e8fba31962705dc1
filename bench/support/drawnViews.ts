import type { Engine } from '../../src/engine/engine.ts';
import { views } from '../../src/views/index.ts';
import type { EngineView, Row } from '../../src/views/view.ts';
import { refresher } from '../../src/vscode/refresher.ts';
import type { RowReference } from '../../src/vscode/rowReference.ts';
import { createShownRows } from '../../src/vscode/shownRows.ts';
import { viewOptions } from '../../test/support/viewInput.ts';

/** The views of an engine, kept drawn as the shell keeps them, but for the editor; all are open, with what is expanded in them. */
export interface DrawnViews extends Disposable {
  /** Resolves after a drawing of the view of which `is` holds; `row` finds a row by its key. */
  when(view: string, is: (row: (key: string) => Row | undefined) => boolean): Promise<void>;
  /** Draws all of them now. */
  draw(): void;
}

const host = 'bench';

/** Draws at each change from now on. */
export function drawViews(engine: Engine): DrawnViews {
  const drawn = views
    .filter((view): view is EngineView => view.on === 'engine')
    .map((view) => keepDrawn(view, engine));
  const subscription = engine.inventory.onDidChange(({ kind }) => {
    for (const { view, soon } of drawn) if (view.watches.includes(kind)) soon();
  });
  return {
    draw() {
      for (const { draw } of drawn) draw();
    },
    async when(id, is) {
      const view = drawn.find((each) => each.view.id === id);
      if (view === undefined) throw new Error(`There is no view ${id}.`);
      while (!is(view.row)) await view.next();
    },
    [Symbol.dispose]() {
      subscription[Symbol.dispose]();
      for (const { dispose } of drawn) dispose();
    },
  };
}

function keepDrawn(view: EngineView, engine: Engine) {
  const shown = createShownRows(view.id);
  let next = Promise.withResolvers<void>();

  /** Asks for what is below a row as the editor does. */
  function open(reference: RowReference): void {
    const row = shown.row(reference);
    if (row?.expanded !== true || row.children === undefined) return;
    const children = shown.children(reference);
    if (Array.isArray(children)) for (const child of children) open(child);
  }

  const draw = () => {
    const rows = view.rows(engine, viewOptions()).map((row) => ({ host, row }));
    const different = shown.update(rows);
    for (const reference of different === 'all' ? shown.roots(rows) : different) open(reference);
    next.resolve();
    next = Promise.withResolvers();
  };
  const { soon, dispose } = refresher(draw);
  return {
    view,
    draw,
    soon,
    dispose,
    next: () => next.promise,
    row: (key: string) => shown.row({ view: view.id, host, key }),
  };
}
