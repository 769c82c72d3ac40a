import type { BackgroundQueue } from '../../base/background-queue';
import { Checkpoint } from '../../base/cancellation';
import type { Workspace } from '../../workspace';
import type { OpenDocuments } from './open-documents';

/** How long work in the background goes on before it gives way. In milliseconds. */
const SLICE = 2;

/** What the parts of a root have in common: the workspace that answers now, and the texts that editors show. */
export class RootState {
  /** The workspace that answers; replaced when everything has been read afresh. */
  workspace: Workspace;
  readonly documents: OpenDocuments;
  /** The root is open no more: whatever goes on for it is to end. */
  isGone = false;
  private readonly queue: BackgroundQueue;

  constructor(workspace: Workspace, documents: OpenDocuments, queue: BackgroundQueue) {
    this.workspace = workspace;
    this.documents = documents;
    this.queue = queue;
  }

  /** For work in the background, which ends with the root unless it is to end where something else is stale. */
  checkpoint(isStale = (): boolean => this.isGone): Checkpoint {
    return new Checkpoint(this.queue, { isStale, slice: SLICE });
  }

  /** Gives a function that says whether what is computed now has become stale, since texts have changed. */
  staleness(): () => boolean {
    const { workspace } = this;
    const { revision } = workspace;
    return () => workspace !== this.workspace || workspace.revision !== revision;
  }
}
