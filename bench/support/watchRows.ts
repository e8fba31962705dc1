/**
 * Notes when the view "Containers" has drawn ten rows, when its tree has the wanted number (rows out of sight are not drawn, but
 * those in sight tell how many there are), and when an expected name is there. As text: it runs in the page.
 */
export const watchRows = (wanted: number): string => `globalThis.bench = {
  expect(name) { bench.name = name; bench.seen = undefined; },
};
document.addEventListener('pointerdown', () => { bench.pressed ??= Date.now(); }, { capture: true });
new MutationObserver(() => {
  const header = document.querySelector('.pane-header[aria-label^="Containers"], .pane-header[aria-label^="Bare"]');
  const pane = header?.closest('.pane');
  if (!pane) return;
  const rows = pane.querySelectorAll('.monaco-list-row');
  if (bench.ten === undefined && rows.length >= 10) bench.ten = Date.now();
  if (bench.all === undefined && Number(rows[0]?.getAttribute('aria-setsize')) >= ${wanted}) bench.all = Date.now();
  if (bench.name && bench.seen === undefined && pane.textContent.includes(bench.name)) bench.seen = Date.now();
}).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });`;
