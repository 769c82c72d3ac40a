import assert from 'node:assert/strict';
import { Interner } from '../../server/src/base/interner';

describe('interned data', () => {
  it('equals what it was made of, at any depth', () => {
    const data = {
      name: 'Churn',
      list: ['a', ['b', null]],
      map: new Map([['k', { deep: 'v' }]]),
      count: 2,
      no: undefined,
    };
    assert.deepEqual(new Interner().internData(data), data);
  });

  it('is a copy: what its maker changes later does not show', () => {
    const made = { list: ['a'] };
    const kept = new Interner().internData(made);
    made.list.push('b');
    assert.deepEqual(kept.list, ['a']);
  });

  it('leaves the fields that are named as they are', () => {
    const file = { path: 'registry.py' };
    const fact = new Interner().internFields({ name: 'Churn', file, fields: ['x'] }, 'file');
    assert.equal(fact.file, file);
    assert.deepEqual(fact.fields, ['x']);
  });

  it('keeps every string, however many share a slot', () => {
    const interner = new Interner();
    const texts = Array.from({ length: 100_000 }, (_, i) => `step_${i}`);
    for (const text of texts) assert.equal(interner.internData(text), text);
  });

  it('keeps long strings and characters outside of the first plane', () => {
    const interner = new Interner();
    for (const text of ['', 'ß', '🙂'.repeat(150), 'x'.repeat(10_000), `${'a'.repeat(4095)}🙂`])
      assert.equal(interner.internData(text), text);
  });
});
