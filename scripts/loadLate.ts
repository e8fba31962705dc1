import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** Packages whose functions are called long after the start, if ever: they are loaded at the first call. */
const late: Readonly<Record<string, readonly string[]>> = {
  'tar-stream': ['extract', 'pack'],
};

/** Keeps packages from taking time of the extension's activation: what imports their functions gets ones that load them. */
export const loadLate: Plugin = {
  name: 'load-late',
  setup(build) {
    const filter = new RegExp(`^(?:${Object.keys(late).join('|')})$`);
    build.onResolve({ filter }, ({ path, importer, kind }) =>
      kind === 'import-statement'
        ? { path, namespace: 'late', pluginData: { resolveDir: dirname(importer) } }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: (late[path] ?? [])
        .map((name) => `export const ${name} = (...args) => require('${path}').${name}(...args);`)
        .join('\n'),
      loader: 'js',
      resolveDir: pluginData.resolveDir,
    }));
  },
};
