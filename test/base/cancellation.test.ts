import assert from 'node:assert/strict';
import { BackgroundQueue } from '../../server/src/base/background-queue';
import { Cancelled, Checkpoint } from '../../server/src/base/cancellation';

describe('long work', () => {
  it('ends when it has become stale', async () => {
    let isStale = false;
    const checkpoint = new Checkpoint(new BackgroundQueue(), { isStale: () => isStale });
    await checkpoint.pass();
    isStale = true;
    await assert.rejects(() => checkpoint.pass(), Cancelled);
  });
});
