/** Where a symbolic link leads, as far as it leads anywhere. */
export interface LinkTarget {
  readonly isFolder: boolean;
  /** Below the root, with every link on the way resolved; absent where it is outside, or cannot be told. */
  readonly target?: string;
  /** It leads out of the root, where nothing is ever read. */
  readonly outside?: true;
  /** It leads nowhere, or in a circle. */
  readonly broken?: true;
}
