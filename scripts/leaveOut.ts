import type { Plugin } from 'esbuild';

/**
 * Leaves out of the bundle what dockerode loads and Gantry does not use: its SSH (ssh2 with its native parts; ours is the
 * user's own ssh) and its BuildKit session (grpc, protobuf). Calling what is left out says so.
 */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: /^\.\/(ssh|session|buildkit)$/ }, ({ path, importer }) =>
      /node_modules[\\/](dockerode|docker-modem)[\\/]lib[\\/]/.test(importer)
        ? { path: path.slice('./'.length), namespace: 'left-out' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `const leftOut = () => { throw new Error("dockerode's ${path} is not part of Gantry's bundle"); };
module.exports = new Proxy(leftOut, { get: () => leftOut });`,
      loader: 'js',
    }));
  },
};
