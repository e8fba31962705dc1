/** What of a view's rows is shown; what it does not say is shown whole. */
export interface Filter {
  /** Words that a row must have, all of them. */
  readonly text?: string;
  readonly runningOnly?: boolean;
  /** Only what belongs to this workspace's Compose projects, or mounts a folder of it. */
  readonly workspaceOnly?: boolean;
}

/** Shows everything. */
export const noFilter: Filter = {};
