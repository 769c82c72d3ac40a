export interface Plan {
  readonly on: string;
  /** The end of the paths that are meant. */
  readonly path: string;
  readonly code: string;
  /** How often, from the first time on; always, if not said. */
  readonly times?: number;
}

export function inject(plans: readonly Plan[], calls?: (operation: string, at: unknown) => void): () => void;
export function fault(code: string, operation: string, at: string): Error;
