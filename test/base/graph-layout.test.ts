import assert from 'node:assert/strict';
import fc from 'fast-check';
import { estimatedWidth, linesOf } from '../../server/src/base/graph-label';
import { layOut, type Layout } from '../../server/src/base/graph-layout';
import { orderOf, type Edge } from '../../server/src/base/graph-order';
import { svgOf } from '../../server/src/base/graph-svg';
import { mostConnected, sceneOf } from '../../server/src/base/graph-scene';
import { cyclesOf } from '../../server/src/base/cycles';
import type { Graph } from '../../server/src/protocol';

const COLOURS = {
  background: '#000',
  text: '#fff',
  node: '#222',
  border: '#444',
  edge: '#888',
  conflict: '#ff0',
  cycle: '#f00',
};

/** Any graph of up to 60 nodes: for each, those that it depends on. */
const graphs = fc
  .integer({ min: 0, max: 60 })
  .chain(count =>
    fc.array(fc.uniqueArray(fc.nat(Math.max(0, count - 1)), { maxLength: 4 }), { minLength: count, maxLength: count }),
  );

const PAPER = { measure: estimatedWidth };

function edgesOf(targets: readonly (readonly number[])[]): Edge[] {
  return targets.flatMap((all, from) => all.map((to): Edge => ({ from, to })));
}

function layoutOf(targets: readonly (readonly number[])[], aspect?: number): Layout {
  return layOut(
    targets.map((_, i) => ({ width: 60 + (i % 5) * 30, height: 29 })),
    edgesOf(targets),
    aspect,
  );
}

describe('the layout of a graph', () => {
  it('puts nothing on top of another, and what a node needs to its left', () => {
    fc.assert(
      fc.property(graphs, targets => {
        const cycles = cyclesOf(targets);
        const { x, y, boxes, width, height } = layoutOf(targets);
        for (const { from, to } of edgesOf(targets))
          if (cycles[from] === undefined || cycles[from] !== cycles[to])
            assert.ok(x[to]! + boxes[to]!.width < x[from]!);
        boxes.forEach((box, i) => {
          assert.ok(x[i]! >= 0 && x[i]! + box.width <= width && y[i]! >= 0 && y[i]! + box.height <= height + 0.001);
          for (let j = 0; j < i; j++) {
            const isBeside = x[i]! + box.width <= x[j]! || x[j]! + boxes[j]!.width <= x[i]!;
            assert.ok(isBeside || Math.abs(y[i]! - y[j]!) >= box.height - 0.001, `${i} and ${j}`);
          }
        });
      }),
    );
  });

  it('lets few edges of a circle lead back, so that a ring is a row', () => {
    const ring = Array.from({ length: 9 }, (_, i) => [(i + 4) % 9]);
    const places = orderOf(9, edgesOf(ring));
    const back = edgesOf(ring).filter(({ from, to }) => places.indexOf(from) < places.indexOf(to));
    assert.equal(back.length, 1);
  });

  it('puts parts that nothing joins side by side, as suits the canvas', () => {
    const pairs = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? [] : [i - 1]));
    const [wide, high] = [layoutOf(pairs, 3), layoutOf(pairs, 0.5)];
    assert.ok(wide.width / wide.height > 1.5, `${wide.width} x ${wide.height}`);
    assert.ok(high.width / high.height < 1, `${high.width} x ${high.height}`);
  });
});

describe('the label of a node', () => {
  it('is drawn whole, in lines that end where parts do', () => {
    assert.deepEqual(linesOf('XGBoostTraining'), ['XGBoostTraining']);
    const long = 'executor.validation.very_long_module_name.parameters.checked_by_somebody';
    assert.deepEqual(linesOf(long), ['executor.validation.very_long_module_name.', 'parameters.checked_by_somebody']);
    assert.equal(linesOf(long).join(''), long);
  });

  it('has no end, but is drawn in five lines with its beginning and its end', () => {
    const lines = linesOf(`${'a'.repeat(1_000_000)}end`);
    assert.equal(lines.length, 5);
    assert.ok(lines.at(-1)!.endsWith('end'));
  });

  it('shows what cannot be seen', () => {
    assert.deepEqual(linesOf('a\u202eb'), ['a\\u202eb']);
  });
});

describe('the part of a graph on show', () => {
  const node = (name: string, more: object = {}): Graph['nodes'][number] => ({
    kind: 'step',
    name,
    owners: [''],
    isConflict: false,
    isUndecided: false,
    explain: {},
    ...more,
  });
  const graph: Graph = {
    nodes: [
      node('a', { owners: ['', 'alice'] }),
      node('b', { cycle: 0 }),
      node('c', { cycle: 0 }),
      node('d', { isConflict: true }),
      node('e', { kind: 'module', owners: ['alice'] }),
    ],
    edges: [
      { from: 0, to: 1, isPossible: false },
      { from: 1, to: 2, isPossible: false },
      { from: 2, to: 1, isPossible: false },
      { from: 3, to: 0, isPossible: true },
      { from: 4, to: 3, isPossible: true },
    ],
    places: [],
  };
  const labels = (shown: Partial<Parameters<typeof sceneOf>[1]>): string =>
    sceneOf(graph, shown, PAPER)
      .nodes.map(({ label }) => label)
      .join('');

  it('is all of it, a neighbourhood, or what is marked', () => {
    assert.equal(labels({}), 'abcde');
    assert.equal(labels({ around: { node: 0, steps: 1 } }), 'abd');
    assert.equal(labels({ around: { node: 0, steps: 2 } }), 'abcde');
    assert.equal(labels({ onlyCycles: true }), 'bc');
    assert.equal(labels({ onlyConflicts: true }), 'd');
    assert.equal(labels({ onlyCycles: true, onlyConflicts: true }), 'bcd');
    assert.equal(labels({ owner: 'alice' }), 'ae');
    assert.equal(labels({ owner: '', kind: 'step' }), 'abcd');
    assert.equal(labels({ kind: 'module' }), 'e');
  });

  it('tells what is possible from what is needed, and begins where most is joined', () => {
    const { edges } = sceneOf(graph, {}, PAPER);
    assert.deepEqual(
      edges.map(({ isCycle, isPossible }) => [isCycle, isPossible]),
      [
        [false, false],
        [true, false],
        [true, false],
        [false, true],
        [false, true],
      ],
    );
    assert.equal(mostConnected(graph), 1);
    assert.equal(
      mostConnected(graph, ({ owners }) => owners.includes('alice')),
      0,
    );
    assert.equal(
      mostConnected(graph, () => false),
      undefined,
    );
  });

  it('is saved with hostile names as text', () => {
    const hostile = '"><img src=x onerror=alert(1)>&\u0000\ud800]]>';
    const scene = sceneOf({ nodes: [node(hostile)], edges: [] }, {}, PAPER);
    const svg = svgOf(scene, COLOURS);
    assert.ok(!svg.includes('<img'));
    assert.deepEqual(
      new Set(svg.match(/<\/?\w+/g)),
      new Set(['<svg', '<rect', '<g', '<title', '</title', '<text', '</text', '</g', '</svg']),
    );
    assert.ok(!/\p{Surrogate}|\0/u.test(svg));
  });
});
