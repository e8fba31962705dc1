import type { FromPage, PageModel, PageProblem, PageSection, PageValues, ToPage } from '../protocol.ts';
import { element } from './element.ts';
import { createField } from './field.ts';
import type { FieldView } from './fieldView.ts';
import { createFooter } from './footer.ts';
import { createPreview } from './preview.ts';

/** The page of one form. */
export interface Page {
  receive(message: Exclude<ToPage, { type: 'open' }>): void;
}

/** Draws it, and takes the focus to its first field. */
export function createPage(model: PageModel, send: (message: FromPage) => void): Page {
  // Which fields say what is wrong with them: those that were left, and after a try to submit all.
  const touched = new Set<string>();
  let tried = false;
  let revision = 0;
  let problems: readonly PageProblem[] = [];

  const fields = new Map<string, FieldView>();
  const values = (): PageValues =>
    Object.fromEntries([...fields].map(([name, field]) => [name, field.value()]));
  const changed = () => {
    if (revision++ === posted) requestAnimationFrame(post);
  };
  let posted = 0;
  const post = () => {
    posted = revision;
    send({ type: 'values', revision, values: values() });
  };
  const act = (type: 'submit' | 'check') => {
    if (footer.running) return;
    tried = true;
    posted = ++revision;
    send({ type, revision, values: values() });
  };
  const parts = {
    texts: model.texts,
    browse: (place: Parameters<FieldView['focus']>[0] & { readonly field: string }) =>
      send({ type: 'browse', place }),
    changed,
  };
  for (const [name, field] of Object.entries(model.fields)) {
    const view = createField(name, field, model.values[name], parts);
    view.node.addEventListener('focusout', () => {
      touched.add(name);
      view.show(problemsOf(name));
    });
    fields.set(name, view);
  }
  const problemsOf = (name: string) =>
    problems.filter(
      ({ field, severity }) => field === name && (tried || touched.has(name) || severity === 'warning'),
    );

  const sections = model.sections.map((section) => ({ section, node: sectionNode(section, fields) }));
  const preview = createPreview(model.texts, () => send({ type: 'copy' }));
  const footer = createFooter(model, { act, cancel: () => send({ type: 'cancel' }) });
  const form = element('form', { novalidate: true }, ...sections.map(({ node }) => node));
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act('submit');
    else if (event.key === 'Escape' && revision === 0 && !footer.running) send({ type: 'close' });
  });

  const heading = element('header', {}, element('h1', {}, model.title));
  if (model.description !== undefined) heading.append(element('p', {}, model.description));
  document.title = model.title;
  document.body.replaceChildren(
    element('main', {}, heading, element('div', { class: 'columns' }, form, preview.node)),
    footer.node,
  );
  const [first] = fields.values();
  first?.focus();
  send({ type: 'values', revision, values: values() });

  return {
    receive(message) {
      switch (message.type) {
        case 'state':
          if (message.revision < revision && !message.reveal) return;
          ({ problems } = message);
          preview.show(message.preview);
          for (const [name, view] of fields) {
            view.node.hidden = message.hidden.includes(name);
            view.show(problemsOf(name));
          }
          for (const { section, node } of sections) {
            node.hidden = section.fields.every((name) => message.hidden.includes(name));
          }
          if (message.reveal) reveal(problems, fields);
          return;
        case 'picked':
          fields.get(message.place.field)?.pick(message.place, message.path);
          return;
        default:
          footer.receive(message);
      }
    },
  };
}

function sectionNode(section: PageSection, fields: ReadonlyMap<string, FieldView>): HTMLElement {
  const { title, help, folded } = section;
  const nodes = section.fields.flatMap((name) => fields.get(name)?.node ?? []);
  if (title === undefined) return element('section', {}, ...nodes);
  const parts = help === undefined ? nodes : [element('p', { class: 'help' }, help), ...nodes];
  return element('details', { open: !folded }, element('summary', {}, title), ...parts);
}

/** Goes to the first field that has an error, and opens the section that it is in. */
function reveal(problems: readonly PageProblem[], fields: ReadonlyMap<string, FieldView>): void {
  for (const [name, view] of fields) {
    const problem = problems.find(({ field, severity }) => field === name && severity === 'error');
    if (problem === undefined) continue;
    view.node.closest('details')?.setAttribute('open', '');
    view.focus(problem);
    view.node.scrollIntoView({ block: 'nearest' });
    return;
  }
}
