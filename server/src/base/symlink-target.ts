/** Where a symbolic link leads, as far as it leads anywhere. */
export interface LinkTarget {
  readonly isFolder: boolean;
  /** The path below the root, with every link on the way resolved; absent where the target is outside, or cannot be told. */
  readonly target?: string;
  /** Present for a link that leads out of the root, where nothing is ever read. */
  readonly outside?: true;
  /** Present for a link that leads nowhere, or in a circle. */
  readonly broken?: true;
}
