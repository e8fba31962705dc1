/**
 * What the server and its client say to each other beside LSP. Plain JSON; another editor's client may leave the
 * requests unanswered and map the commands as it likes.
 */

/** Server → client: references of the images on the active host. No parameters; answers `string[]`. */
export const imagesRequest = 'gantry/images';

/** Commands that code lenses name; the client carries them out. */
export const commands = {
  /** Arguments: `{ uri: string, target?: string }`: build the Dockerfile, up to a stage. */
  build: 'gantry.dockerfile.build',
  /** Arguments: `{ uri: string, services?: string[] }`: `docker compose up` of the file, or of some services. */
  composeUp: 'gantry.compose.up',
} as const;
