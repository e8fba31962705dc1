import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { labFolder, rootFolder } from '../support/lab.ts';
import { installVscode } from '../support/vscodeInstall.ts';
import { quietSettings, startVscodeServer } from '../support/vscodeServer.ts';

/** A real VS Code with Gantry in it, as a person sees it: found by role and label, used by mouse and keyboard. */
export interface Workbench extends AsyncDisposable {
  readonly page: Page;
  /** The folder that is open: a copy of its own of the one asked for. */
  readonly folder: string;
  /** Shows Gantry's side bar. */
  openSidebar(): Promise<void>;
  /** Opens one of the side bar's views, if it is shut. */
  unfold(view: string): Promise<void>;
  /** Shuts one of them, if it is open. */
  fold(view: string): Promise<void>;
  /** Shows the explorer. */
  openExplorer(): Promise<void>;
  /** One of the side bar's views, by its title: its header and what is below. */
  view(title: string): Locator;
  /** A row of one of the side bar's views, by its label. */
  row(view: string, label: string | RegExp): Locator;
  /** A file in the explorer, by its name. */
  file(name: string): Locator;
  /** Right-clicks and chooses, by the item's whole text. */
  chooseFromMenu(target: Locator, item: string): Promise<void>;
  /** Runs a command by its name in the palette. */
  runCommand(name: string): Promise<void>;
  /** Answers the question that is open at the top: replaces the text, and confirms it. */
  answer(text: string): Promise<void>;
  /** The line of the open question that picks `label`. */
  choice(label: string | RegExp): Locator;
  /** Presses a button of the modal dialog. */
  pressInDialog(button: string): Promise<void>;
  /** The text that terminals show; to be waited for with `getByText`. */
  readonly terminal: Locator;
  /** Shows the messages that there are; one of them by words in it. A window under test shows none by itself. */
  message(words: string | RegExp): Promise<Locator>;
  /** Shows the Problems panel; the rows in it. */
  problems(): Promise<Locator>;
  /** Saves what the window, or a part of it, shows, under `.lab/screenshots/`; resolves to the path. */
  photograph(name: string, part?: Locator): Promise<string>;
}

/** Opens it on a copy of `folder`, which is the fixture workspace unless told. */
export async function openWorkbench(
  options: { readonly folder?: string; readonly settings?: Readonly<Record<string, unknown>> } = {},
): Promise<Workbench> {
  await using things = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'gantry-ui-'));
  things.defer(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const source = options.folder ?? `${rootFolder}test/fixtures/workspace`;
  const folder = join(home, source.split('/').at(-1) ?? 'workspace');
  await cp(source, folder, { recursive: true });
  const server = things.use(
    await startVscodeServer({
      program: await installVscode(console.log),
      data: join(home, 'data'),
      // Drawn as text, and therefore legible to a test.
      settings: { ...quietSettings, 'terminal.integrated.gpuAcceleration': 'off', ...options.settings },
    }),
  );
  const browser = things.use(await launchChromium());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  await page.goto(server.url({ folder, extension: rootFolder.slice(0, -1) }));
  await page.getByRole('tab', { name: 'Gantry' }).waitFor();
  const owned = things.move();
  return { ...pageObject(page, folder), [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function pageObject(page: Page, folder: string): Omit<Workbench, typeof Symbol.asyncDispose> {
  const question = page.locator('.quick-input-widget');
  const show = async (tab: string | RegExp) => {
    const it = page.getByRole('tab', { name: tab }).first();
    // Pressing the tab of what is shown would hide it.
    if ((await it.getAttribute('aria-expanded')) !== 'true') await it.click();
  };
  const header = (view: string) => page.locator(`.pane-header[aria-label^="${view}"]`);
  const pane = (view: string) => page.locator('.pane', { has: header(view) });
  const pressHeader = async (view: string, wanted: boolean) => {
    if ((await header(view).getAttribute('aria-expanded')) !== String(wanted))
      await header(view).click({ position: { x: 30, y: 10 } });
  };
  return {
    page,
    folder,
    view: pane,
    unfold: (view) => pressHeader(view, true),
    fold: (view) => pressHeader(view, false),
    openSidebar: () => show('Gantry'),
    openExplorer: () => show(/^Explorer/),
    row(view, label) {
      return pane(view).getByRole('treeitem', {
        name: typeof label === 'string' ? new RegExp(`^${literally(label)}(?=[ ,]|$)`) : label,
      });
    },
    file: (name) => page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true }),
    async chooseFromMenu(target, item) {
      // Its shortcut, if it has one, is part of its name.
      const label = page.locator('.action-label', { hasText: new RegExp(`^${literally(item)}$`) });
      const wanted = page.getByRole('menuitem').filter({ has: label });
      // Just after the start a file's language may not be known yet, and an editor that opens closes a menu: as a person
      // does, it looks again. Without end, but a test has a time limit.
      for (let there = false; !there; ) {
        await target.click({ button: 'right' });
        there = await wanted.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
        if (!there) await page.keyboard.press('Escape');
      }
      // A menu that has just opened takes no click yet, so that the one that opened it chooses nothing; keys it does.
      await wanted.hover();
      await page.keyboard.press('Enter');
    },
    async runCommand(name) {
      await page.keyboard.press('F1');
      await question.locator('input[type=text]').fill(`>${name}`);
      await question
        .getByRole('option', { name: new RegExp(literally(name)) })
        .first()
        .click();
    },
    async answer(text) {
      const input = question.locator('input[type=text]');
      await input.fill(text);
      await input.press('Enter');
    },
    choice: (label) => question.getByRole('option', { name: label }),
    pressInDialog: (button) =>
      page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click(),
    terminal: page.locator('.terminal-wrapper.active .xterm-rows'),
    async message(words) {
      const center = page.locator('.notifications-center');
      // Shown before there is one it would close by itself.
      await page.locator('.statusbar-item .codicon-bell-dot').waitFor();
      if (!(await center.isVisible())) await page.locator('.statusbar-item .codicon-bell-dot').click();
      return center.locator('.notification-list-item', { hasText: words });
    },
    async problems() {
      await page.keyboard.press('Control+Shift+M');
      return page.locator('.markers-panel').getByRole('treeitem');
    },
    async photograph(name, part) {
      await mkdir(`${labFolder}/screenshots`, { recursive: true });
      const path = `${labFolder}/screenshots/${name.replaceAll(/[^\w-]+/g, '-')}.png`;
      await (part ?? page).screenshot({ path });
      return path;
    },
  };
}

/** A pattern of nothing but this text. */
function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
