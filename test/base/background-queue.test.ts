import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { BackgroundQueue } from '../../server/src/base/background-queue';
import { Checkpoint } from '../../server/src/base/cancellation';

let queue: BackgroundQueue;
const checkpoint = (): Checkpoint => new Checkpoint(queue, { slice: 0 });

describe('work in the background', () => {
  beforeEach(() => {
    queue = new BackgroundQueue();
  });

  it('gives way to input, one slice at a time however much is to be done', async () => {
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      const own = checkpoint();
      for (let i = 0; i < 3; i++) {
        await own.pass();
        order.push(name);
      }
    };
    let isDone = false;
    // As the protocol does it: read, taken apart, and handled, each in a round of its own.
    const input = (): void =>
      void setImmediate(() =>
        setImmediate(() => {
          order.push('input');
          if (!isDone) input();
        }),
      );
    input();
    await Promise.all(['a', 'b', 'c'].map(work)).then(() => (isDone = true));
    const slices = order.join(' ').split(/ ?\binput\b ?/);
    assert.deepEqual(slices.flatMap(slice => (slice === '' ? [] : [slice])), ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']); // prettier-ignore
  });

  it('waits for nothing that another queue waits for', async () => {
    new BackgroundQueue().holdUntilOut(new Promise(() => undefined));
    let isDone = false;
    void checkpoint()
      .pass()
      .then(() => (isDone = true));
    await rounds();
    assert.equal(isDone, true);
  });

  describe('while an answer is on its way', () => {
    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());

    for (const end of ['resolve', 'reject'] as const)
      it(`waits until it is out, and a moment more: ${end}`, async () => {
        const answer = deferred();
        queue.holdUntilOut(answer.promise);
        let isDone = false;
        void checkpoint()
          .pass()
          .then(() => (isDone = true));
        await rounds();
        assert.equal(isDone, false);
        answer[end]();
        await rounds();
        assert.equal(isDone, false);
        mock.timers.tick(5);
        await rounds();
        assert.equal(isDone, true);
      });

    it('goes on all the same once it has waited for long, one slice each time', async () => {
      const answer = deferred();
      queue.holdUntilOut(answer.promise);
      const own = checkpoint();
      let slices = 0;
      void (async () => {
        for (; slices < 3; slices++) await own.pass();
      })();
      for (const [waited, done] of [
        [24, 0],
        [1, 1],
        [24, 1],
        [1, 2],
        [25, 3],
      ] as const) {
        mock.timers.tick(waited);
        await rounds();
        assert.equal(slices, done);
      }
      answer.resolve();
      await rounds();
      mock.timers.runAll();
    });
  });
});

/** More rounds of the event loop than one who gives way waits for. */
async function rounds(): Promise<void> {
  for (let round = 0; round < 10; round++) await new Promise(resolve => setImmediate(resolve));
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: () => void } {
  let [resolve, reject] = [(): void => undefined, (): void => undefined];
  const promise = new Promise<void>((...ends) => ([resolve, reject] = ends));
  return { promise, resolve, reject };
}
