/** Says how far something is: what it is at, and which part of all is done (0 to 1). */
export type Report = (progress: { readonly message?: string; readonly fraction?: number }) => void;
