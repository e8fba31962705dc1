import { globSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { leaveOut } from '../../scripts/leaveOut.ts';
import { worldCgroup } from './inWorld.ts';
import { labFolder, rootFolder } from './lab.ts';

/**
 * Runs test/host in a real editor: with `desktop` the downloaded VS Code, else the server build. Words are parts of the
 * paths of the files to run. Rejects when a test fails.
 */
export async function runHostTests(options: {
  readonly words: readonly string[];
  readonly desktop: boolean;
}): Promise<void> {
  const suite = await bundle(options.words);
  const folder = await mkdtemp(join(tmpdir(), 'gantry-workspace-'));
  await cp(`${rootFolder}test/fixtures/workspace`, folder, { recursive: true });
  const common = { extensionDevelopmentPath: rootFolder.slice(0, -1), extensionTestsPath: suite };
  try {
    if (options.desktop) {
      const own = [
        `--user-data-dir=${labFolder}/desktop/user`,
        `--extensions-dir=${labFolder}/desktop/extensions`,
      ];
      const launchArgs = [folder, '--disable-workspace-trust', '--skip-welcome', ...own];
      await runTests({ ...common, cachePath: `${labFolder}/desktop`, launchArgs });
    } else {
      const vscodeExecutablePath = `${rootFolder}test/support/vscodeLauncher.ts`;
      await runTests({ ...common, vscodeExecutablePath, launchArgs: [folder] });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One file of all the tests and their runner, for the editor to load. */
async function bundle(words: readonly string[]): Promise<string> {
  const files = globSync(`${rootFolder}test/host/**/*.test.ts`)
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .toSorted();
  const outfile = `${labFolder}/host/suite.js`;
  await build({
    stdin: {
      contents: [
        ...files.map((file) => `import ${JSON.stringify(file)};`),
        `export { run } from ${JSON.stringify(`${rootFolder}test/support/hostSuite.ts`)};`,
      ].join('\n'),
      resolveDir: rootFolder,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    plugins: [leaveOut],
    sourcemap: 'inline',
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  return outfile;
}

/** Where a window can be shown and the download be reached; a world has neither. */
async function canHaveDesktop(): Promise<boolean> {
  if (worldCgroup !== undefined) return false;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  try {
    const signal = AbortSignal.timeout(5000);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}

if (import.meta.main) {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  try {
    await runHostTests({ words, desktop: process.argv.includes('--desktop') || (await canHaveDesktop()) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
