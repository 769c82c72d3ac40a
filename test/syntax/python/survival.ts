import { literalValue, nameText, stringValue } from '../../../server/src/syntax/python/literal';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { children, Kind, NONE, valueOf, type PythonTree } from '../../../server/src/syntax/python/tree';
import type { Damaged, Sample } from './damage';

const reader = new PythonReader();

/** What a reading of a damaged text came to. */
export interface Survival {
  /** How many entries a person would still call intact, and how many of them were read in full. */
  readonly expected: number;
  readonly kept: number;
  readonly lost: readonly string[];
  /** Entries that were read but are in nobody's mind. */
  readonly bogus: readonly string[];
  readonly problems: number;
}

export function survival({ sample, text, touched }: Damaged): Survival {
  const before = intact(sample);
  const expected = [...before.keys()].filter(name => !touched.includes(name));
  const tree = reader.read(text, 'literals');
  const after = entries(tree, sample);
  const lost = expected.filter(name => !after.get(name)?.has(before.get(name)!));
  const bogus = [...after.keys()].filter(name => !before.has(name) && !name.endsWith('.New'));
  return {
    expected: expected.length,
    kept: expected.length - lost.length,
    lost,
    bogus,
    problems: tree.problems.length,
  };
}

const known = new WeakMap<Sample, Map<string, string>>();

/** The entries of a sample, as text, by `VARIABLE.Name`. */
export function intact(sample: Sample): Map<string, string> {
  let found = known.get(sample);
  if (found === undefined) {
    const all = entries(reader.read(sample.text, 'literals'), sample);
    found = new Map([...all].map(([name, values]) => [name, [...values][0]!]));
    known.set(sample, found);
  }
  return found;
}

/** Where each entry of a sample ends, by `VARIABLE.Name`. */
export function entryEnds(sample: Sample): Map<string, number> {
  const tree = reader.read(sample.text, 'literals');
  const ends = new Map<string, number>();
  eachEntry(tree, sample, (key, pair) => ends.set(key, tree.end[pair]!));
  return ends;
}

/** What the dictionaries of the sample say in `tree`: each entry's values as text. */
export function entries(tree: PythonTree, sample: Sample): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  eachEntry(tree, sample, (key, pair) => {
    const value = valueOf(tree, pair);
    const said = value === NONE ? 'nothing' : JSON.stringify(literalValue(tree, value), plain);
    found.set(key, (found.get(key) ?? new Set()).add(said));
  });
  return found;
}

function eachEntry(tree: PythonTree, sample: Sample, visit: (key: string, pair: number) => void): void {
  for (let node = 0; node < tree.count; node++) {
    if (tree.kind[node] !== Kind.Assign) continue;
    const dict = valueOf(tree, node);
    if (dict === NONE || tree.kind[dict] !== Kind.Dict) continue;
    for (const target of children(tree, node)) {
      const variable = tree.kind[target] === Kind.Target ? nameText(tree, target + 1) : undefined;
      if (variable === undefined || !sample.dictionaries.has(variable)) continue;
      for (const pair of children(tree, dict)) {
        const name = tree.kind[pair] === Kind.Pair ? stringValue(tree, pair + 1) : undefined;
        if (name !== undefined) visit(`${variable}.${name}`, pair);
      }
    }
  }
}

function plain(_: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
}
