import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Cancelled, Checkpoint, putFirst } from '../../server/src/base/cancellation';

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

  describe('while an answer is on its way', () => {
    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());

    for (const end of ['resolve', 'reject'] as const)
      it(`waits until it is out, and a moment more: ${end}`, async () => {
        const answer = deferred();
        putFirst(answer.promise);
        let isDone = false;
        void new Checkpoint(undefined, 0).pass().then(() => (isDone = true));
        await turns();
        assert.equal(isDone, false);
        answer[end]();
        await turns();
        assert.equal(isDone, false);
        mock.timers.tick(5);
        await turns();
        assert.equal(isDone, true);
      });

    it('goes on all the same once it has waited for long, one slice each time', async () => {
      const answer = deferred();
      putFirst(answer.promise);
      const checkpoint = new Checkpoint(undefined, 0);
      let slices = 0;
      void (async () => {
        for (; slices < 3; slices++) await checkpoint.pass();
      })();
      for (const [waited, done] of [
        [24, 0],
        [1, 1],
        [24, 1],
        [1, 2],
        [25, 3],
      ] as const) {
        mock.timers.tick(waited);
        await turns();
        assert.equal(slices, done);
      }
      answer.resolve();
      await turns();
      mock.timers.runAll();
    });
  });

  it('ends when it has become stale', async () => {
    let isStale = false;
    const checkpoint = new Checkpoint(() => isStale);
    await checkpoint.pass();
    isStale = true;
    await assert.rejects(() => checkpoint.pass(), Cancelled);
  });
});

/** More turns than one who gives way waits for. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: () => void } {
  let [resolve, reject] = [(): void => undefined, (): void => undefined];
  const promise = new Promise<void>((...ends) => ([resolve, reject] = ends));
  return { promise, resolve, reject };
}
