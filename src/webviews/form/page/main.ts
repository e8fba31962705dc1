import { type FromPage, readToPage } from '../protocol.ts';
import { createPage, type Page } from './page.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const { postMessage } = acquireVsCodeApi();
const shown: { page?: Page } = {};

window.addEventListener('message', ({ data }) => {
  const message = readToPage(data);
  if (message?.type === 'open') shown.page = createPage(message.model, postMessage);
  else if (message !== undefined) shown.page?.receive(message);
});
postMessage({ type: 'ready' });
