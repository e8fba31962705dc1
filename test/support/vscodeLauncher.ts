#!/usr/bin/env node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.ts';
import { installVscode } from './vscodeInstall.ts';
import { quietSettings, startVscodeServer } from './vscodeServer.ts';

/**
 * Takes the arguments that desktop VS Code takes of a test runner, and runs the tests in the server build with a headless
 * Chromium as its window. Prints what the extension host prints; the exit code is the tests'.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    strict: false,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
    allowPositionals: true,
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const folder = positionals[0];
  if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined) {
    console.error('Usage: vscodeLauncher.ts --extensionDevelopmentPath=DIR --extensionTestsPath=FILE FOLDER');
    return 2;
  }
  const data = await mkdtemp(join(tmpdir(), 'gantry-vscode-'));
  try {
    const program = await installVscode((line) => console.error(line));
    await using server = await startVscodeServer({ program, data, settings: quietSettings });
    await using browser = await launchChromium();
    const page = await browser.newPage();
    const { promise: code, resolve, reject } = Promise.withResolvers<number>();
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) =>
      print(type, args),
    );
    await page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => reject(new Error('The window crashed.')));
    server.ended.then(() => reject(new Error('The VS Code server ended before the tests did.')));
    await page.goto(server.url({ folder, extension, tests }));
    return await code;
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The window's own talk goes with the tests': lines of a suite are those that begin with its marks. */
function print(type: string, args: readonly unknown[]): void {
  const line = args.map(String).join(' ');
  const own = /^(✔|✖|\d+ passed)/.test(line);
  if (own || process.env.GANTRY_TEST_VERBOSE !== undefined)
    (type === 'error' ? console.error : console.log)(line);
}

process.exit(await main());
