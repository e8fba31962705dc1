import { after, before, describe, it } from 'node:test';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** One person's step in a workbench that the tests of a group share. */
export type UiTest = (name: string, run: (workbench: Workbench) => Promise<void>) => void;

/**
 * A group of tests that share one workbench, opened before the first of them beside an engine that has busybox.
 * Of a test that fails, the window is photographed.
 */
export function uiSuite(
  name: string,
  options: Parameters<typeof openWorkbench>[0],
  define: (test: UiTest) => void,
): void {
  describe(name, needsWorld, () => {
    let opened: Workbench | undefined;
    before(async () => {
      await importBusybox(defaultSocket);
      opened = await openWorkbench(options);
    });
    after(() => opened?.[Symbol.asyncDispose]());
    define((title, run) => {
      it(title, { timeout: 180_000 }, async () => {
        if (opened === undefined) throw new Error('The workbench did not open.');
        try {
          await run(opened);
        } catch (error) {
          console.error(`The window, when it failed: ${await opened.photograph(`${name} ${title}`)}`);
          throw error;
        }
      });
    });
  });
}
