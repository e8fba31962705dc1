import { createVSIX } from '@vscode/vsce';
import manifest from '../package.json' with { type: 'json' };
import { rootFolder } from '../test/support/lab.ts';
import { build } from './build.ts';

/** Builds for production and packs the extension; `.vscodeignore` says what goes in. */
export async function packageExtension(path: string): Promise<void> {
  await build({ production: true });
  await createVSIX({
    cwd: rootFolder,
    packagePath: path,
    // They are in the bundles.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

if (import.meta.main) await packageExtension(`${rootFolder}${manifest.name}-${manifest.version}.vsix`);
