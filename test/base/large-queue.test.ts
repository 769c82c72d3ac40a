import fc from 'fast-check';
import assert from 'node:assert/strict';
import { LargeQueue } from '../../server/src/base/large-queue';

describe('a large queue', () => {
  const name = fc.string({ maxLength: 2 });
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), name }),
    fc.record({ do: fc.constant('delete' as const), name }),
    fc.record({ do: fc.constant('take' as const), most: fc.nat({ max: 4 }) }),
  );

  it('holds what a set holds, in its order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const set = new Set<string>();
        const queue = new LargeQueue<string>(each => each);
        for (const each of steps)
          if (each.do === 'take') assert.deepEqual(take(queue, each.most), take(set, each.most));
          else {
            set[each.do](each.name);
            queue[each.do](each.name);
          }
        assert.equal(queue.size, set.size);
        assert.deepEqual([...queue], [...set]);
      }),
    );
  });

  it('meets what comes while it is gone through', () => {
    const queue = new LargeQueue<string>(each => each);
    queue.add('a');
    const met: string[] = [];
    for (const each of queue) {
      met.push(each);
      queue.delete(each);
      if (each === 'a') queue.add('b');
      if (each === 'b') queue.add('c');
    }
    assert.deepEqual(met, ['a', 'b', 'c']);
    assert.equal(queue.size, 0);
  });

  it('tells things of one text apart', () => {
    const [one, other] = [{ name: 'x' }, { name: 'x' }];
    const queue = new LargeQueue<{ name: string }>(({ name: text }) => text);
    queue.add(one);
    assert.deepEqual([queue.has(one), queue.has(other)], [true, false]);
  });
});

/** Takes some out, as work does that is interrupted. */
function take(from: Iterable<string> & { delete(each: string): unknown }, most: number): string[] {
  const taken: string[] = [];
  for (const each of from) {
    if (taken.length >= most) break;
    from.delete(each);
    taken.push(each);
  }
  return taken;
}
