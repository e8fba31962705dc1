import type { PageTexts } from '../protocol.ts';
import { element } from './element.ts';

/** The text that follows from the values, with a button that copies it. */
export interface Preview {
  readonly node: HTMLElement;
  show(preview: { readonly label: string; readonly text: string } | undefined): void;
}

export function createPreview(texts: PageTexts, copy: () => void): Preview {
  const heading = element('h2', { id: 'preview-label' });
  const text = element('pre', { tabindex: '0', 'aria-labelledby': 'preview-label' });
  const button = element('button', { type: 'button', class: 'secondary' }, texts.copy);
  const said = element('span', { class: 'said', role: 'status' });
  button.addEventListener('click', () => {
    copy();
    said.textContent = texts.copied;
  });
  const node = element(
    'aside',
    { hidden: true },
    element('div', { class: 'head' }, heading, said, button),
    text,
  );
  return {
    node,
    show(preview) {
      node.hidden = preview === undefined;
      if (preview === undefined) return;
      heading.textContent = preview.label;
      if (text.textContent === preview.text) return;
      text.textContent = preview.text;
      said.textContent = '';
    },
  };
}
