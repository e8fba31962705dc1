/** Everything that a world has of its own lies here, in memory, and is gone with it. */
export const worldFolder = '/run/world';

/** Where the world's own engine answers. */
export const defaultSocket = '/var/run/docker.sock';

/** The control group of the world that this process runs in; undefined outside of any. */
export const worldCgroup: string | undefined = process.env.GANTRY_WORLD;

/**
 * Options for a `describe` or a `test` that needs a machine of its own: further engines, fixed ports, nothing else on the
 * engine. Where there is none (not Linux, not root) the test is not run, and `npm test` names it.
 */
export const needsWorld: { readonly skip?: string } =
  worldCgroup === undefined
    ? { skip: 'needs an engine of its own: run it on Linux as root by `npm test`' }
    : {};
