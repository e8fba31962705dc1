/** Why a context can't be made or sent, in words for a person. */
export class ContextError extends Error {}
