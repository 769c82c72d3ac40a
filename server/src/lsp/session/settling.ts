import type { ClientChannel } from './client-channel';
import type { MergePreviewAtIdle } from './merge-preview-at-idle';
import type { Publisher } from './publisher';
import type { RootState } from './root-state';

/** How long a keystroke may spend on other files than its own, before they are left for later. In milliseconds. */
const ON_OTHER_FILES = 3;
/** How long it may spend on its own file; what is left then is told when it is known. In milliseconds. */
const ON_OWN_FILE = 8;
/** How long nobody may type before what is left is checked. In milliseconds. */
const PAUSE = 40;

/** Checks what changes have touched: some of it within a keystroke, the rest in the background after a pause. */
export class Settling {
  private readonly state: RootState;
  private readonly publisher: Publisher;
  private readonly preview: MergePreviewAtIdle;
  private readonly channel: ClientChannel;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How many changes have left something to check. */
  private postponed = 0;
  /** The file that was edited last, while not everything that the edit touches has been checked. */
  private edited: string | undefined;

  constructor(state: RootState, publisher: Publisher, preview: MergePreviewAtIdle, channel: ClientChannel) {
    this.state = state;
    this.publisher = publisher;
    this.preview = preview;
    this.channel = channel;
  }

  /** Checks what a keystroke in a file waits for. Returns whether nothing is left to check. */
  withinKeystroke(path: string): boolean {
    return this.state.workspace.checkEdited(path, {
      spare: withinTime(ON_OTHER_FILES),
      own: withinTime(ON_OTHER_FILES + ON_OWN_FILE),
    });
  }

  /** Checks the rest after a pause, so that the next keystroke need not wait for it. */
  later(edited?: string): void {
    this.edited = edited;
    clearTimeout(this.timer);
    const turn = ++this.postponed;
    const isOvertaken = (): boolean => this.postponed !== turn;
    this.timer = setTimeout(() => this.channel.inBackground(this.settle(isOvertaken)), PAUSE);
  }

  /** Checks everything, giving way to keystrokes, then lets other files be published. Stops when it is overtaken by another call. */
  async settle(isOvertaken = (): boolean => false): Promise<void> {
    const checkpoint = this.state.checkpoint();
    while (!this.state.workspace.check(() => checkpoint.mayGoOn())) {
      await checkpoint.pass();
      if (isOvertaken()) return;
    }
    const { edited } = this;
    this.edited = undefined;
    if (edited !== undefined) await this.publisher.publishAgain(edited);
    this.everythingIsChecked();
  }

  /** Lets what was found be published, as far as it is not out. */
  everythingIsChecked(): void {
    this.publisher.publishChanged();
    this.preview.later();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}

function withinTime(milliseconds: number): () => boolean {
  const until = performance.now() + milliseconds;
  return () => performance.now() < until;
}
