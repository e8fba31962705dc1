import { spawnSync } from 'node:child_process';
import { rootFolder } from '../test/support/lab.ts';

/** What Biome finds in each file, and what Knip finds between them: files, exports and packages that nothing uses. */
const commands = [
  ['biome', 'check', '--error-on-warnings'],
  ['knip', '--no-progress'],
] as const;

for (const [file, ...args] of commands) {
  const { status } = spawnSync(file, args, {
    cwd: rootFolder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = 1;
}
