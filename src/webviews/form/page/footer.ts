import type { PageModel, ToPage } from '../protocol.ts';
import { element } from './element.ts';

/** What is at the bottom: the buttons, how far it is, and what came of it. */
export interface Footer {
  readonly node: HTMLElement;
  readonly running: boolean;
  receive(message: Extract<ToPage, { type: 'running' | 'progress' | 'ended' }>): void;
}

export function createFooter(
  { submit, check, texts }: PageModel,
  does: { act(action: 'submit' | 'check'): void; cancel(): void },
): Footer {
  let running = false;
  const submitButton = element('button', { type: 'button', title: 'Ctrl+Enter' }, submit);
  submitButton.addEventListener('click', () => does.act('submit'));
  const checkButton = element('button', { type: 'button', class: 'secondary' }, check ?? '');
  checkButton.hidden = check === undefined;
  checkButton.addEventListener('click', () => does.act('check'));
  const cancelButton = element('button', { type: 'button', class: 'secondary', hidden: true }, texts.cancel);
  cancelButton.addEventListener('click', () => does.cancel());
  const bar = element('progress', { hidden: true, max: '1' });
  const said = element('span', { class: 'said', role: 'status' });
  const outcome = element('p', { class: 'outcome', hidden: true });
  const node = element(
    'footer',
    {},
    bar,
    outcome,
    element('div', { class: 'buttons' }, submitButton, checkButton, cancelButton, said),
  );
  const show = (now: boolean) => {
    running = now;
    submitButton.disabled = checkButton.disabled = now;
    cancelButton.hidden = bar.hidden = !now;
    bar.removeAttribute('value');
    said.textContent = '';
  };
  return {
    node,
    get running() {
      return running;
    },
    receive(message) {
      switch (message.type) {
        case 'running':
          outcome.hidden = true;
          show(true);
          cancelButton.focus();
          return;
        case 'progress':
          if (message.message !== undefined) said.textContent = message.message;
          if (message.fraction !== undefined) bar.value = message.fraction;
          return;
        case 'ended':
          show(false);
          outcome.hidden = false;
          outcome.className = `outcome ${message.outcome}`;
          outcome.setAttribute('role', message.outcome === 'failed' ? 'alert' : 'status');
          outcome.textContent = message.message;
          submitButton.focus();
      }
    },
  };
}
