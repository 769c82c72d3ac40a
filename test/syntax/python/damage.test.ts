import assert from 'node:assert/strict';
import { accidents, registries, samples } from './damage';
import { entryEnds, intact, survival } from './survival';
import { PythonReader } from '../../../server/src/syntax/python/reader';

const reader = new PythonReader();

/** Of the entries that nobody touched, how many must be read in full: overall, and for each kind of accident. */
const OVERALL = 0.99;
const EACH_KIND = 0.95;

/** Accidents that leave valid Python behind. */
const HARMLESS = new Set(['key without quotes', 'comma behind entry deleted']);

describe('Damaged Python', () => {
  it('has samples of which every entry is read, without problems', () => {
    for (const sample of samples()) {
      const { problems } = reader.read(sample.text, 'literals');
      assert.deepEqual(problems, [], sample.name);
      assert.equal(intact(sample).size, [...sample.dictionaries.values()].flat().length, sample.name);
    }
  });

  it('keeps the entries that a person would call intact', () => {
    const all = accidents(samples());
    const kinds = new Map<string, { expected: number; kept: number; bogus: number; example: string }>();
    for (const accident of all) {
      const { expected, kept, bogus, lost } = survival(accident);
      const sum = kinds.get(accident.kind) ?? { expected: 0, kept: 0, bogus: 0, example: '' };
      sum.expected += expected;
      sum.kept += kept;
      sum.bogus += bogus.length;
      if (lost.length > 0) sum.example = `${accident.sample.name}: ${lost.join(', ')}`;
      kinds.set(accident.kind, sum);
    }
    const sums = [...kinds.values()];
    const [expected, kept, bogus] = [total(sums, 'expected'), total(sums, 'kept'), total(sums, 'bogus')];
    console.log(
      `    ${all.length} accidents of ${kinds.size} kinds: ${kept} of ${expected} entries kept, ${bogus} made up`,
    );
    const poor = [...kinds].filter(([, sum]) => sum.kept < sum.expected * EACH_KIND);
    assert.deepEqual(poor, []);
    assert.ok(kinds.size >= 100, 'the corpus must not shrink unnoticed');
    assert.ok(kept >= expected * OVERALL);
    assert.ok(bogus <= expected * 0.001);
  });

  it('reports every accident, at a place inside the text', () => {
    for (const { kind, sample, text } of accidents(samples())) {
      const { problems } = reader.read(text, 'literals');
      if (!HARMLESS.has(kind)) assert.ok(problems.length > 0, `${kind} in ${sample.name}`);
      for (const { span } of problems) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }
  });

  it('marks merge conflicts as such', () => {
    for (const { kind, text } of accidents(samples())) {
      if (!kind.startsWith('merge conflict')) continue;
      const markers = reader.read(text, 'literals').problems.filter(problem => problem.kind === 'merge-marker');
      assert.equal(markers.length, 3, kind);
    }
  });

  it('keeps the entries before the end of a text that is cut at any token', () => {
    let [expected, kept] = [0, 0];
    for (const sample of registries(300)) {
      const ends = entryEnds(sample);
      for (const { index } of sample.text.matchAll(/\w+|\s+|[^\w\s]/g)) {
        const touched = [...ends].filter(([, end]) => end > index).map(([name]) => name);
        const { expected: before, lost } = survival({
          kind: 'cut',
          sample,
          text: sample.text.slice(0, index),
          touched,
        });
        expected += before;
        kept += before - lost.length;
      }
    }
    console.log(`    ${kept} of ${expected} entries before a cut kept`);
    assert.ok(expected > 30_000);
    assert.equal(kept, expected);
  });
});

function total<K extends string>(sums: readonly Record<K, number>[], key: K): number {
  return sums.reduce((sum, each) => sum + each[key], 0);
}
