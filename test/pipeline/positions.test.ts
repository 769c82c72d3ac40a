import fc from 'fast-check';
import assert from 'node:assert/strict';
import { positionAt } from '../../server/src/base/text';
import { PositionPacker } from '../../server/src/pipeline/packed-positions';
import { spanAt, type PositionTable } from '../../server/src/pipeline/positions';

describe('packed positions', () => {
  // No text is as long as this.
  const offset = fc.nat({ max: 2 ** 30 - 1 });
  const numbers = fc.array(offset, { maxLength: 40 }).map(list => Uint32Array.from(list));
  const positions = fc
    .tuple(numbers, numbers, numbers)
    .map(([offsets, data, lineStarts]): PositionTable => ({ spans: { offsets, data }, lineStarts }));

  it('are what they were, of files that share a block', () => {
    fc.assert(
      fc.property(fc.array(positions, { maxLength: 20 }), all => {
        const packer = new PositionPacker();
        const packed = all.map(each => packer.pack(each));
        assert.deepEqual(
          packed.map(each => each.table()),
          all,
        );
        assert.ok(new Set(packed.map(({ packed: { block } }) => block)).size <= 3);
      }),
    );
  });

  it('are what they were, of a file that fills more than a block', () => {
    const data = Uint32Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 100_000);
    const positions: PositionTable = {
      spans: { offsets: Uint32Array.of(0, 50_000), data },
      lineStarts: Uint32Array.of(0),
    };
    assert.deepEqual(new PositionPacker().pack(positions).table(), positions);
  });

  it('give one place as the unpacked ones do, however often they are asked', () => {
    const lists = fc.array(fc.array(offset, { minLength: 1, maxLength: 6 }), { maxLength: 12 });
    const lines = fc.uniqueArray(offset, { maxLength: 30 }).map(starts => [0, ...starts].sort((a, b) => a - b));
    const asked = fc.tuple(fc.nat(12), fc.nat(7), offset, offset);
    fc.assert(
      fc.property(lists, lines, fc.array(asked, { maxLength: 40 }), (parts, starts, questions) => {
        const ends = parts.map((_, i) => 2 * parts.slice(0, i + 1).flat().length);
        const data = parts.flat().flatMap(each => [each, each + 3]);
        const spans = { offsets: Uint32Array.from([0, ...ends]), data: Uint32Array.from(data) };
        const lineStarts = Uint32Array.from(starts);
        const positions = new PositionPacker().pack({ spans, lineStarts });
        for (const [row, part, start, end] of questions) {
          assert.deepEqual(positions.span(row, part), spanAt(spans, row, part));
          const span = { start: Math.min(start, end), end: Math.max(start, end) };
          const range = { start: positionAt(lineStarts, span.start), end: positionAt(lineStarts, span.end) };
          assert.deepEqual(positions.range(span), range);
        }
      }),
    );
  });
});
