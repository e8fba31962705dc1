export interface Image {
  readonly kind: 'image';
  /** `sha256:…` */
  readonly id: string;
  /** `repository:tag` references, sorted; empty for a dangling image. */
  readonly tags: readonly string[];
  /** `repository@sha256:…` */
  readonly digests: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** An image by one of its references: what a row stands for and what commands receive. */
export interface ImageReference extends Image {
  /** One of `tags`, or the id of a dangling image. */
  readonly reference: string;
}
