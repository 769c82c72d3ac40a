import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOut, NODE_HEIGHT, NODE_WIDTH, type Edge } from '../../server/src/base/graph-layout';
import { svgOf } from '../../server/src/base/graph-svg';
import { sceneOf } from '../../server/src/base/graph-scene';
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

describe('the layout of a graph', () => {
  it('puts nothing on top of another, and what a node needs to its left', () => {
    fc.assert(
      fc.property(graphs, targets => {
        const cycles = cyclesOf(targets);
        const edges = targets.flatMap((all, from) => all.map((to): Edge => ({ from, to })));
        const { x, y, width, height } = layOut(cycles, edges);
        for (const { from, to } of edges)
          if (cycles[from] === undefined || cycles[from] !== cycles[to]) assert.ok(x[to]! + NODE_WIDTH < x[from]!);
        const taken = new Set<string>();
        for (let i = 0; i < targets.length; i++) {
          assert.ok(x[i]! >= 0 && x[i]! + NODE_WIDTH <= width && y[i]! >= 0 && y[i]! + NODE_HEIGHT <= height);
          for (let j = 0; j < i; j++)
            assert.ok(Math.abs(x[i]! - x[j]!) >= NODE_WIDTH || Math.abs(y[i]! - y[j]!) >= NODE_HEIGHT);
          taken.add(`${x[i]!} ${y[i]!}`);
        }
        assert.equal(taken.size, targets.length);
      }),
    );
  });
});

describe('the part of a graph on show', () => {
  const node = (name: string, more: object = {}): Graph['nodes'][number] => ({
    kind: 'step',
    name,
    owners: [''],
    isConflict: false,
    explain: {},
    ...more,
  });
  const graph: Graph = {
    nodes: [node('a'), node('b', { cycle: 0 }), node('c', { cycle: 0 }), node('d', { isConflict: true }), node('e')],
    edges: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 1 },
      { from: 3, to: 0 },
      { from: 4, to: 3 },
    ],
    places: [],
  };
  const labels = (shown: Partial<Parameters<typeof sceneOf>[1]>): string =>
    sceneOf(graph, { onlyCycles: false, onlyConflicts: false, ...shown })
      .nodes.map(({ label }) => label)
      .join('');

  it('is all of it, a neighbourhood, or what is marked', () => {
    assert.equal(labels({}), 'abcde');
    assert.equal(labels({ around: { node: 0, steps: 1 } }), 'abd');
    assert.equal(labels({ around: { node: 0, steps: 2 } }), 'abcde');
    assert.equal(labels({ onlyCycles: true }), 'bc');
    assert.equal(labels({ onlyConflicts: true }), 'd');
    assert.equal(labels({ onlyCycles: true, onlyConflicts: true }), 'bcd');
  });

  it('is saved with hostile names as text', () => {
    const hostile = '"><img src=x onerror=alert(1)>&\u0000\ud800]]>';
    const scene = sceneOf({ nodes: [node(hostile)], edges: [] }, { onlyCycles: false, onlyConflicts: false });
    const svg = svgOf(scene, COLOURS);
    assert.ok(!svg.includes('<img'));
    assert.deepEqual(
      new Set(svg.match(/<\/?\w+/g)),
      new Set(['<svg', '<rect', '<g', '<title', '</title', '<text', '</text', '</g', '</svg']),
    );
    assert.ok(!/\p{Surrogate}|\0/u.test(svg));
  });
});
