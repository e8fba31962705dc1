/**
 * What the server and its client say to each other beside LSP. Plain JSON; another editor's client may leave all of it
 * away: the server is right without it.
 */

/** `initializationOptions` of the `initialize` request; each part is optional and off unless given. */
export interface InitializationOptions {
  /** Whether the client answers `gantry/images`; it is never asked otherwise. */
  readonly images?: boolean;
  /**
   * The commands that the client carries out. A code lens whose command is not among them is not sent, as a click on
   * it could only fail.
   */
  readonly commands?: readonly string[];
}

/** Server → client: references of the images on the active host. No parameters; answers `string[]`. */
export const imagesRequest = 'gantry/images';

export { commands } from '../language.ts';
