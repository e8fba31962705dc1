import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { rootFolder } from '../test/support/lab.ts';
import { installVscode } from '../test/support/vscodeInstall.ts';
import { runInWorld } from '../test/support/world.ts';

/**
 * `npm run bench [-- WORD… --OPTION=VALUE…]`: runs bench/*.bench.ts, one after another, with the options; those that use a
 * world's engine, in a world.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const files = globSync(`${rootFolder}bench/*.bench.ts`)
  .filter((file) => words.length === 0 || words.some((word) => basename(file).includes(word)))
  .toSorted();
if (files.length === 0) {
  console.error('No benchmark fits.');
  process.exitCode = 1;
}
for (const file of files) {
  console.log(`\n── ${basename(file, '.bench.ts')}`);
  const command = [process.execPath, file, ...options];
  const text = readFileSync(file, 'utf8');
  const inWorld = text.includes('/inWorld.ts');
  // From within it can't be fetched.
  if (inWorld && text.includes('/vscodeInstall.ts')) await installVscode(console.log);
  const code = inWorld
    ? await runInWorld(command)
    : spawnSync(command[0] ?? '', command.slice(1), { stdio: 'inherit' }).status;
  if (code !== 0) process.exitCode = 1;
}
