import assert from 'node:assert/strict';
import type { Key } from '../../server/src/model/lookup';
import fc from 'fast-check';
import type { Fact } from '../../server/src/model/fact';
import { KeyedIndex } from '../../server/src/pipeline/keyed-index';

interface File {
  readonly path: string;
  facts: Fact[];
  readonly headers: [];
  readonly problems: [];
  readonly incomplete: false;
}

function fileAt(path: string): File {
  return { path, facts: [], headers: [], problems: [], incomplete: false };
}

function factIn(file: File, name: string): Fact {
  const fact: Fact = { kind: 'toy', name, file };
  file.facts.push(fact);
  return fact;
}

const KEY = 'k:x' as Key;
const NAMELESS_KEY = 'core:' as Key;

describe('KeyedIndex', () => {
  it('gives facts by path and place whatever came and went, and never changes a list that it gave', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'add', 'remove', 'swap', 'ask'),
      file: fc.nat(4),
      fact: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const index = new KeyedIndex();
        const files = Array.from({ length: 5 }, (_, i) => fileAt(`f${i}`));
        const facts = files.map(file => Array.from({ length: 10 }, (_, i) => factIn(file, `x${i}`)));
        const there = new Set<Fact>();
        const expected = (): Fact[] => files.flatMap(file => file.facts.filter(fact => there.has(fact)));
        const given: [list: readonly Fact[], copy: readonly Fact[]][] = [];
        for (const { what, file, fact: at } of steps) {
          const fact = facts[file]![at]!;
          if (what === 'add') index.add(KEY, 'providers', fact);
          if (what === 'add') there.add(fact);
          if (what === 'remove') index.remove(KEY, 'providers', fact);
          if (what === 'remove') there.delete(fact);
          if (what === 'swap') {
            files[file]!.facts.reverse();
            index.reorder(KEY);
          }
          assert.equal(index.counts(KEY).providers, there.size);
          if (what !== 'ask') continue;
          const list = index.providers(KEY);
          assert.deepEqual(list, expected());
          given.push([list, [...list]]);
        }
        for (const [list, copy] of given) assert.deepEqual(list, copy);
      }),
    );
  });

  it('gives the same list of what stands for the whole repository until it changes', () => {
    const index = new KeyedIndex();
    const file = fileAt('a');
    const [first, second] = [factIn(file, 'first'), factIn(file, 'second')];
    index.add(NAMELESS_KEY, 'providers', first);
    const list = index.providers(NAMELESS_KEY);
    assert.equal(index.providers(NAMELESS_KEY), list);
    index.add(NAMELESS_KEY, 'providers', second);
    assert.deepEqual([list.length, index.providers(NAMELESS_KEY).map(({ name }) => name)], [1, ['first', 'second']]);
  });
});
