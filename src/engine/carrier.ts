/** The label of containers that carry volumes for the archive API: nobody's work, so that the inventory leaves them out. */
export const carrierLabel = 'gantry.carrier';

/** The repository of the images that carriers are made of. */
export const carrierRepository = 'gantry-carrier';

/** Whether an entry of the engine's list of containers, or of images, is a carrier. */
export function isCarrier(entry: {
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly RepoTags?: readonly string[] | null | undefined;
}): boolean {
  const ofCarrier = (tag: string) => tag.startsWith(`${carrierRepository}:`);
  return entry.Labels?.[carrierLabel] !== undefined || entry.RepoTags?.some(ofCarrier) === true;
}
