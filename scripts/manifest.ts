import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { manifest } from '../src/contributions.ts';

const path = fileURLToPath(new URL('../package.json', import.meta.url));

/** package.json as it is and as the tables want it, both as text. */
export async function packageJson(): Promise<{ readonly is: string; readonly wanted: string }> {
  const is = await readFile(path, 'utf8');
  const current: unknown = JSON.parse(is);
  const wanted = { ...(current as Record<string, unknown>), ...manifest };
  return { is, wanted: `${JSON.stringify(wanted, undefined, 2)}\n` };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const { is, wanted } = await packageJson();
  if (is === wanted) console.log('package.json is up to date.');
  else if (values.check) {
    console.error('package.json does not say what the tables say: run npm run manifest.');
    process.exitCode = 1;
  } else {
    await writeFile(path, wanted);
    console.log('package.json written.');
  }
}
