import type { ClientChannel } from './client-channel';

/** Work in the background of which each piece begins when the one before has ended. */
export class SerialWork {
  private readonly channel: ClientChannel;
  private last: Promise<void> = Promise.resolve();

  constructor(channel: ClientChannel) {
    this.channel = channel;
  }

  /** Resolves when everything that was added until now has ended, also what has failed. */
  get ended(): Promise<void> {
    return this.last;
  }

  /** Resolves when `work` has ended, also when it has failed: that is logged. */
  add(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.channel.inBackground(done);
    this.last = done.catch(() => undefined);
    return this.last;
  }
}
