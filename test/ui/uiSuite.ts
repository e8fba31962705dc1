import { after, before, describe, it } from 'node:test';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** One person's steps in a workbench that the tests of a group share; `after` cleans up once the failure is photographed. */
export type UiTest = (
  name: string,
  run: (workbench: Workbench, after: (clean: () => Promise<unknown>) => void) => Promise<void>,
) => void;

/**
 * A group of tests that share one workbench, opened before the first of them beside an engine that has busybox.
 * Of a test that fails, the window is photographed.
 */
export function uiSuite(
  name: string,
  options: Parameters<typeof openWorkbench>[0],
  define: (test: UiTest) => void,
): void {
  describe(name, () => {
    let opened: Workbench | undefined;
    before(async () => {
      if (needsWorld.skip !== undefined) return;
      await importBusybox(defaultSocket);
      opened = await openWorkbench(options);
    });
    after(() => opened?.[Symbol.asyncDispose]());
    define((title, run) => {
      it(title, { timeout: 180_000, ...needsWorld }, async () => {
        if (opened === undefined) throw new Error('The workbench did not open.');
        await using cleaning = new AsyncDisposableStack();
        try {
          await run(opened, (clean) => cleaning.defer(async () => void (await clean())));
        } catch (error) {
          console.error(`The window, when it failed: ${await opened.photograph(`${name} ${title}`)}`);
          throw error;
        }
      });
    });
  });
}
