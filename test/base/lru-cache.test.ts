import assert from 'node:assert/strict';
import { Lately, lately } from '../../server/src/base/lru-cache';

describe('Lately', () => {
  it('forgets what nobody has asked for while as many others came as it may hold', () => {
    const known = new Lately<number, string>(3);
    known.set(0, 'asked for');
    known.set(1, 'not asked for');
    for (let i = 2; i < 20; i++) {
      known.set(i, 'new');
      assert.equal(known.get(0), 'asked for');
    }
    assert.deepEqual([known.get(1), known.get(19)], [undefined, 'new']);
  });

  it('takes what was set last', () => {
    const known = new Lately<number, string>(3);
    known.set(0, 'a');
    for (let i = 1; i < 4; i++) known.set(i, '');
    known.set(0, 'b');
    assert.equal(known.get(0), 'b');
  });
});

describe('lately', () => {
  it('computes once for what it is asked about again', () => {
    let computed = 0;
    const length = lately(2, (key: { text: string }) => key.text.length + 0 * computed++);
    const key = { text: 'abc' };
    assert.deepEqual([length(key), length(key), computed], [3, 3, 1]);
  });
});
