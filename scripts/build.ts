import { chmod, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BuildOptions, build as bundle, context } from 'esbuild';
import { leaveOut } from './leaveOut.ts';
import { loadLate } from './loadLate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes `dist/`: the extension with its chunks, the language server as one file that runs alone, the pages of webviews. */
export async function build(options: { readonly production?: boolean } = {}): Promise<void> {
  await rm(`${root}dist`, { recursive: true, force: true });
  const bundles = configurations(options.production ?? false);
  await Promise.all(bundles.map((configuration) => bundle(configuration)));
  await chmod(`${root}dist/language-server.js`, 0o755);
}

/** Builds again at each change, until the process is ended. Its lines are what .vscode/tasks.json waits for. */
async function watch(): Promise<void> {
  const report = {
    name: 'report',
    setup(build) {
      build.onStart(() => console.log('[watch] build started'));
      build.onEnd((result) => console.log(`[watch] build finished, ${result.errors.length} errors`));
    },
  } satisfies NonNullable<BuildOptions['plugins']>[number];
  for (const configuration of configurations(false)) {
    const watched = await context({ ...configuration, plugins: [...(configuration.plugins ?? []), report] });
    await watched.watch();
  }
}

function configurations(production: boolean): readonly BuildOptions[] {
  // Bundled CommonJS calls require for Node's own modules; ESM has none.
  const require =
    "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    outdir: 'dist',
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
  } satisfies BuildOptions;
  return [
    {
      ...common,
      entryPoints: { extension: 'src/vscode/extension.ts' },
      // The extension host's of VS Code 1.101.
      target: 'node22',
      external: ['vscode'],
      // What is imported lazily (the language client is most of it) becomes a file of its own.
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: require },
      plugins: [leaveOut, loadLate],
    },
    {
      ...common,
      entryPoints: { 'language-server': 'language-server/server/main.ts' },
      // In other editors it runs on what is installed.
      target: 'node20',
      banner: { js: `#!/usr/bin/env node\n${require}` },
    },
    {
      ...common,
      entryPoints: [
        { in: 'src/webviews/form/page/main.ts', out: 'form' },
        { in: 'src/webviews/form/page/form.css', out: 'form' },
      ],
      outdir: 'dist/webviews',
      platform: 'browser',
      target: 'chrome134',
    },
  ];
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, production: { type: 'boolean' } } });
  if (values.watch) await watch();
  else await build({ production: values.production ?? false });
}
