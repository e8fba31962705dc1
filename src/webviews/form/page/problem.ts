import type { PageProblem } from '../protocol.ts';
import { element } from './element.ts';

/** Where a problem's sentence is shown; it is read out when it comes. */
export function problemText(id: string): HTMLElement {
  return element('p', { class: 'problem', id, 'aria-live': 'polite', hidden: true });
}

/** Shows a problem's sentence, or that there is none. */
export function showProblem(problem: PageProblem | undefined, text: HTMLElement): void {
  const message = problem?.message ?? '';
  text.hidden = problem === undefined;
  if (text.textContent !== message) text.textContent = message;
  text.classList.toggle('warning', problem?.severity === 'warning');
}

/** Marks the control that a problem is in. */
export function markControl(problem: PageProblem | undefined, control: HTMLElement): void {
  control.classList.toggle('wrong', problem?.severity === 'error');
  control.classList.toggle('doubtful', problem?.severity === 'warning');
  control.setAttribute('aria-invalid', String(problem?.severity === 'error'));
}
