import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const rootFolder: string = fileURLToPath(new URL('../../', import.meta.url));

/** Where what is installed, logged and photographed for tests lies; ignored by git, may be deleted at any time. */
export const labFolder = `${rootFolder}.lab`;
