import assert from 'node:assert/strict';
import { Cancelled, Checkpoint, putFirst } from '../../server/src/base/checkpoint';

describe('long work', () => {
  it('gives way to input, one slice at a time however much is to be done', async () => {
    const steps: string[] = [];
    const work = async (name: string): Promise<void> => {
      const checkpoint = new Checkpoint(undefined, 0);
      for (let i = 0; i < 3; i++) {
        await checkpoint.pass();
        steps.push(name);
      }
    };
    let isDone = false;
    // As the protocol does it: read, taken apart, and handled, each in a turn of its own.
    const input = (): void =>
      void setImmediate(() =>
        setImmediate(() => {
          steps.push('input');
          if (!isDone) input();
        }),
      );
    input();
    await Promise.all(['a', 'b', 'c'].map(work)).then(() => (isDone = true));
    const slices = steps.join(' ').split(/ ?\binput\b ?/);
    assert.deepEqual(slices.flatMap(slice => (slice === '' ? [] : [slice])), ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']); // prettier-ignore
  });

  it('waits for answers that are on their way, even if one gets lost', async () => {
    for (const end of ['resolve', 'reject'] as const) {
      const answer = deferred();
      putFirst(answer.promise);
      let isDone = false;
      const checkpoint = new Checkpoint(undefined, 0);
      const work = checkpoint.pass().then(() => (isDone = true));
      for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
      assert.equal(isDone, false);
      answer[end]();
      await work;
    }
  });

  it('goes on all the same while answers never end', async () => {
    const answer = deferred();
    putFirst(answer.promise);
    const checkpoint = new Checkpoint(undefined, 0);
    for (let slice = 0; slice < 3; slice++) await checkpoint.pass();
    answer.resolve();
  });

  it('ends when it has become stale', async () => {
    let isStale = false;
    const checkpoint = new Checkpoint(() => isStale);
    await checkpoint.pass();
    isStale = true;
    await assert.rejects(() => checkpoint.pass(), Cancelled);
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void; reject: () => void } {
  let [resolve, reject] = [(): void => undefined, (): void => undefined];
  const promise = new Promise<void>((...ends) => ([resolve, reject] = ends));
  return { promise, resolve, reject };
}
