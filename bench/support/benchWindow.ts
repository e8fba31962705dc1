import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { childrenOf } from '../../test/support/processes.ts';
import { quietSettings, startVscodeServer, type VscodeServer } from '../../test/support/vscodeServer.ts';

/** Starts a VS Code with one extension installed, as from the marketplace. */
export async function startWithExtension(options: {
  readonly program: string;
  readonly data: string;
  readonly vsix: string;
}): Promise<VscodeServer> {
  const { program, data, vsix } = options;
  execFileSync(
    process.execPath,
    [
      ...[join(program, 'out', 'server-main.js'), '--accept-server-license-terms', '--server-data-dir', data],
      ...['--install-extension', vsix, '--force'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return await startVscodeServer({ program, data, settings: quietSettings });
}

/** A window that has just been opened. */
export interface BenchWindow extends AsyncDisposable {
  readonly page: Page;
  /** The process that runs its extensions. */
  readonly extensionHost: number;
}

/** Opens a window on `folder` and waits until it has settled; its extension host is new. */
export async function openWindow(
  browser: Browser,
  server: VscodeServer,
  folder: string,
  tab: string,
): Promise<BenchWindow> {
  const former = new Set(extensionHosts());
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url({ folder }));
  await page.getByRole('tab', { name: tab }).waitFor();
  // What the editor does after its start would be measured with the rest.
  await page.waitForTimeout(4000);
  const extensionHost = extensionHosts().find((pid) => !former.has(pid));
  if (extensionHost === undefined) throw new Error('The window has no extension host.');
  return { page, extensionHost, [Symbol.asyncDispose]: () => context.close() };
}

function extensionHosts(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => fileOf(pid, 'cmdline').includes('--type=extensionHost'));
}

/** Megabytes of memory that are a process's own. */
export function memoryOf(pid: number): number {
  const kilobytes = [...fileOf(pid, 'smaps_rollup').matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, kB]) =>
    Number(kB),
  );
  return kilobytes.reduce((sum, kB) => sum + kB, 0) / 1024;
}

/** All processes below one. */
export function descendantsOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // It has just ended.
    return '';
  }
}

/** Milliseconds that the editor says an extension took to load and activate. */
export async function activationTime(page: Page, extension: string): Promise<number> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill('>Show Running Extensions');
  await page
    .getByRole('option', { name: /Show Running Extensions/ })
    .first()
    .waitFor();
  await input.press('Enter');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: extension }).first();
  const text = await row.locator('.activation-time').textContent();
  return Number(/(\d+)ms/.exec(text ?? '')?.[1]);
}
