import type { Plugin } from 'esbuild';

/**
 * Leaves out of the bundle what dockerode loads and Gantry does not use: its modem, in whose place there is our own
 * (`src/engine/modem.ts`), and with it its SSH (the user's own ssh is used); its BuildKit session (grpc, protobuf); its
 * build contexts out of folders. Calling what is left out says so.
 */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    const unused = /^(?:docker-modem|tar-fs|@balena\/dockerignore|\.\/(?:session|buildkit))$/;
    build.onResolve({ filter: unused }, ({ path, importer }) =>
      /node_modules[\\/]dockerode[\\/]lib[\\/]/.test(importer)
        ? { path: path.replace('./', ''), namespace: 'left-out' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `const leftOut = () => { throw new Error("dockerode's ${path} is not part of Gantry's bundle"); };
module.exports = new Proxy(leftOut, { get: () => leftOut });`,
      loader: 'js',
    }));
  },
};
