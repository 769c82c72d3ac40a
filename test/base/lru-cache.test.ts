import assert from 'node:assert/strict';
import { LruCache } from '../../server/src/base/lru-cache';

describe('LruCache', () => {
  it('forgets what nobody has asked for while as many others came as it may hold', () => {
    const known = new LruCache<number, string>(3);
    known.set(0, 'asked for');
    known.set(1, 'not asked for');
    for (let i = 2; i < 20; i++) {
      known.set(i, 'new');
      assert.equal(known.get(0), 'asked for');
    }
    assert.deepEqual([known.get(1), known.get(19)], [undefined, 'new']);
  });

  it('takes what was set last', () => {
    const known = new LruCache<number, string>(3);
    known.set(0, 'a');
    for (let i = 1; i < 4; i++) known.set(i, '');
    known.set(0, 'b');
    assert.equal(known.get(0), 'b');
  });
});
