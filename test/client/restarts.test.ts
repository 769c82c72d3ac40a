import assert from 'node:assert/strict';
import { Restarts } from '../../client/src/restarts';

describe('a server that stops by itself', () => {
  it('is started again, later each time, far more often than four times in three minutes', () => {
    let now = 0;
    const restarts = new Restarts(() => now);
    const pauses: number[] = [];
    for (let pause: number | undefined = 0; pause !== undefined;) {
      restarts.running();
      now += 10;
      pause = restarts.pause();
      if (pause === undefined) continue;
      pauses.push(pause);
      now += pause;
    }
    assert.equal(pauses.length, 12);
    assert.ok(pauses.slice(0, 8).reduce((all, each) => all + each, 0) < 30_000);
    assert.deepEqual(
      pauses,
      [...pauses].sort((a, b) => a - b),
    );
    assert.equal(Math.max(...pauses), 30_000);
  });

  it('has earned a fresh count after a minute', () => {
    let now = 0;
    const restarts = new Restarts(() => now);
    for (let i = 0; i < 100; i++) {
      restarts.running();
      now += 60_001;
      assert.equal(restarts.pause(), 100);
    }
  });

  it('is given up if it never comes up, and starts again from nothing once it does', () => {
    let now = 1e9;
    const restarts = new Restarts(() => now);
    for (let i = 0; i < 12; i++) assert.notEqual(restarts.pause(), undefined);
    assert.equal(restarts.pause(), undefined);
    restarts.running();
    now += 60_001;
    assert.equal(restarts.pause(), 100);
  });
});
