import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Packer, positionsOf, type Positions } from '../../server/src/pipeline/positions';

describe('packed positions', () => {
  // No text is as long as this.
  const offset = fc.nat({ max: 2 ** 30 - 1 });
  const numbers = fc.array(offset, { maxLength: 40 }).map(list => Uint32Array.from(list));
  const positions = fc
    .tuple(numbers, numbers, numbers)
    .map(([offsets, data, lineStarts]): Positions => ({ spans: { offsets, data }, lineStarts }));

  it('are what they were, of files that share a block', () => {
    fc.assert(
      fc.property(fc.array(positions, { maxLength: 20 }), all => {
        const packer = new Packer();
        const packed = all.map(each => packer.pack(each));
        assert.deepEqual(
          packed.map(each => positionsOf({ positions: each })),
          all,
        );
        assert.ok(new Set(packed.map(({ block }) => block)).size <= 3);
      }),
    );
  });

  it('are what they were, of a file that fills more than a block', () => {
    const data = Uint32Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 100_000);
    const positions: Positions = { spans: { offsets: Uint32Array.of(0, 50_000), data }, lineStarts: Uint32Array.of(0) };
    assert.deepEqual(positionsOf({ positions: new Packer().pack(positions) }), positions);
  });
});
