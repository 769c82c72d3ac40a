import assert from 'node:assert/strict';
import { answersInBatches, type Requests } from '../../server/src/host/batched-io';

function busyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** Asks about numbers; says how each was asked about. */
async function howAsked(count: number, asking: Partial<Requests<number, string>>): Promise<string[]> {
  const left = Array.from({ length: count }, (_, i) => i);
  const how: string[] = [];
  const next = (most: number) => left.splice(0, most);
  const later = (jobs: readonly number[]): Promise<string[]> => Promise.resolve(jobs.map(() => 'later'));
  const usual = { now: () => 'now', later, mayPass: () => false };
  for await (const batch of answersInBatches(next, { ...usual, ...asking }))
    for (const [job, answer] of batch) how[job] = answer;
  return how;
}

describe('asked', () => {
  it('asks one after the other as long as answers come at once', async () => {
    const how = await howAsked(2000, {});
    assert.equal(how.length, 2000);
    // A busy machine may make some of them wait.
    assert.ok(how.filter(each => each === 'now').length > 1000);
  });

  it('asks many at once as soon as an answer takes long, and then tries again', async () => {
    let atOnce = 0;
    let most = 0;
    const how = await howAsked(300, {
      now: () => (busyFor(4), 'now'),
      async later(jobs) {
        most = Math.max(most, (atOnce += jobs.length));
        await new Promise(resolve => setTimeout(resolve, 1));
        atOnce -= jobs.length;
        return jobs.map(() => 'later');
      },
    });
    assert.deepEqual([how.length, how.filter(each => each === 'now').length, most], [300, 4, 64]);
  });

  it('asks again, patiently, where the machine was short of something', async () =>
    assert.deepEqual(
      await howAsked(3, { now: job => (job === 1 ? 'short' : 'now'), isTransient: answer => answer === 'short' }),
      ['now', 'later', 'now'],
    ));
});
