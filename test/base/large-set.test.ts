import fc from 'fast-check';
import assert from 'node:assert/strict';
import { LargeSet, roomy } from '../../server/src/base/large-set';

const itself = (text: string): string => text;

describe('a large set', () => {
  const step = fc.record({ add: fc.boolean(), name: fc.string({ maxLength: 2 }) });

  it('holds what a set holds', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const set = new Set<string>();
        const large = new LargeSet<string>(itself);
        for (const { add, name } of steps) {
          if (add) {
            set.add(name);
            large.add(name);
          } else assert.equal(large.delete(name), set.delete(name));
          assert.deepEqual([large.size, large.has(name)], [set.size, set.has(name)]);
        }
        assert.deepEqual(new Set(large), set);
      }),
    );
  });

  it('takes the place of a set that has grown, with what is in it', () => {
    let set: Set<string> | LargeSet<string> = new Set<string>();
    const names = Array.from({ length: 5000 }, (_, i) => `developer_workspaces/dev${i}`);
    for (const name of names) {
      set = roomy(set, itself);
      set.add(name);
    }
    assert.ok(set instanceof LargeSet);
    assert.deepEqual([...set].sort(), names.sort());
  });
});
