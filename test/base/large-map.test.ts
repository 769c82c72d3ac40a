import fc from 'fast-check';
import assert from 'node:assert/strict';
import { LargeMap } from '../../server/src/base/large-map';

describe('a large map', () => {
  it('holds what a map holds', () => {
    const name = fc.string({ maxLength: 3 });
    const step = fc.record({ key: name, value: fc.option(fc.nat(), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), steps => {
        const map = new Map<string, number>();
        const large = new LargeMap<string, number>(key => key);
        for (const { key, value } of steps)
          if (value === undefined) {
            map.delete(key);
            large.delete(key);
          } else {
            map.set(key, value);
            large.set(key, value);
          }
        for (const { key } of steps) assert.equal(large.get(key), map.get(key));
        assert.deepEqual(new Map(large.entries()), map);
      }),
    );
  });

  it('tells keys of one text apart', () => {
    const [one, other] = [{ name: 'x' }, { name: 'x' }];
    const large = new LargeMap<{ name: string }, number>(({ name }) => name);
    large.set(one, 1);
    large.set(other, 2);
    assert.deepEqual([large.get(one), large.get(other)], [1, 2]);
  });

  it('spreads names that differ by a number', () => {
    const maps = new Set<Map<string, number>>();
    const own = Object.getOwnPropertyDescriptor(Map.prototype, 'set')!;
    const set = own.value as Map<string, number>['set'];
    const large = new LargeMap<string, number>(key => key);
    Map.prototype.set = function (this: Map<string, number>, key: string, value: number) {
      maps.add(this);
      return set.call(this, key, value);
    } as typeof Map.prototype.set;
    try {
      for (let i = 0; i < 10_000; i++)
        large.set(`path:developer_workspaces/developers/dev${i}/src/steps/builder.py`, i);
    } finally {
      Object.defineProperty(Map.prototype, 'set', own);
    }
    assert.ok(maps.size > 64, `${maps.size} maps`);
  });
});
