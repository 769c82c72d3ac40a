import { addMergeFindings, wantsMergePreview } from '../../features/states/merge-findings';
import type { ClientChannel } from './client-channel';
import type { Publisher } from './publisher';
import type { RootFiles } from './root-files';
import type { RootState } from './root-state';

/** How long nothing may change before a merge preview is worked out. In milliseconds. */
const IDLE = 1500;

/** Keeps the findings of a merge preview up to date, if the project file asks for one. It takes a second workspace, so it waits for idle time. */
export class MergePreviewAtIdle {
  private readonly state: RootState;
  private readonly files: RootFiles;
  private readonly publisher: Publisher;
  private readonly channel: ClientChannel;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Findings of a merge preview are shown. */
  private isShown = false;

  constructor(state: RootState, files: RootFiles, publisher: Publisher, channel: ClientChannel) {
    this.state = state;
    this.files = files;
    this.publisher = publisher;
    this.channel = channel;
  }

  /** To be called after every change; each call begins the waiting anew. */
  later(): void {
    clearTimeout(this.timer);
    const { workspace, documents } = this.state;
    if (!workspace.isComplete || !(this.isShown || wantsMergePreview(workspace))) return;
    // A row that is half typed would be taken for gone, so the findings of the preview before stay.
    const isDamaged = (path: string): boolean => workspace.file(path)?.problems.some(({ damage }) => damage) === true;
    if (this.isShown && [...documents.paths()].some(isDamaged)) return;
    this.timer = setTimeout(() => this.channel.inBackground(this.workOut()), IDLE);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  /** Gives up when something changes: that change has begun another wait. */
  private async workOut(): Promise<void> {
    const { state } = this;
    const { workspace } = state;
    const isStale = state.staleness();
    const checkpoint = state.checkpoint(() => state.isGone || isStale());
    await addMergeFindings(workspace, () => this.files.copy(state.documents, checkpoint), checkpoint);
    this.isShown = wantsMergePreview(workspace);
    this.publisher.publishChanged();
  }
}
