import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/src/base/text';
import { readYaml } from '../../../server/src/syntax/yaml/reader';
import { yamlValue, type YamlNode, type YamlTree } from '../../../server/src/syntax/yaml/tree';
import { tries } from '../../support/seed';

function kinds(tree: YamlTree): string[] {
  return [...new Set(tree.problems.map(problem => problem.kind))];
}

/** How many values a reader of the whole tree comes past. */
function size(node: YamlNode | undefined): number {
  if (node === undefined) return 0;
  if (node.type === 'scalar') return 1;
  const inside: (YamlNode | undefined)[] = node.type === 'mapping' ? node.entries.map(e => e.value) : [...node.items];
  return inside.reduce((sum, each) => sum + size(each), 1);
}

describe('readYaml, hostile texts', () => {
  it('cuts an alias bomb', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
    const tree = readYaml(lines.join('\n'));
    assert.deepEqual(kinds(tree), ['limit']);
    assert.ok(size(tree.root) < 50_000);
  });

  it('cuts a quadratic bomb: one long list, many aliases', () => {
    const tree = readYaml(`a: &a [${'x, '.repeat(5000)}]\nb: [${'*a, '.repeat(5000)}]`);
    assert.deepEqual(kinds(tree), ['limit']);
    assert.ok(size(tree.root) < 50_000);
  });

  it('cuts a bomb of merge keys', () => {
    const lines = ['m0: &m0 {x0: 1}'];
    for (let i = 1; i < 500; i++) lines.push(`m${i}: &m${i} {<<: *m${i - 1}, x${i}: 1}`);
    const tree = readYaml(lines.join('\n'));
    assert.deepEqual(kinds(tree), ['limit']);
    assert.ok(size(tree.root) < 50_000);
  });

  it('allows what people do with aliases', () => {
    const tree = readYaml(
      `a: &a {${'k: v, '.repeat(1)}l: [1, 2]}\n${Array.from({ length: 500 }, (_, i) => `b${i}: *a`).join('\n')}`,
    );
    assert.deepEqual(tree.problems, []);
  });

  it('does not read what is nested without end, and does not die of it', () => {
    const deep = 10_000;
    for (const text of [
      '['.repeat(deep),
      '['.repeat(deep) + ']'.repeat(deep),
      '{a: '.repeat(deep),
      '- '.repeat(deep),
      '? '.repeat(deep),
      'a: '.repeat(deep),
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ])
      assert.deepEqual(kinds(readYaml(text)), ['limit'], text.slice(0, 10));
  });

  it('does not build through aliases what it refuses in writing', () => {
    const lines = ['a0: &a0 [x]'];
    for (let i = 1; i < 140; i++) lines.push(`a${i}: &a${i} [*a${i - 1}]`);
    const chain = lines.join('\n');
    assert.deepEqual(kinds(readYaml(chain)), []);
    const nested = `${chain}\nb: ${'['.repeat(150)}*a139${']'.repeat(150)}`;
    assert.deepEqual(kinds(readYaml(nested)), ['limit']);
  });

  it('reads no text of 10 MB, and a scalar of almost 2 MB', () => {
    assert.deepEqual(kinds(readYaml(`a: "${'x'.repeat(10_000_000)}"`)), ['limit']);
    assert.deepEqual(kinds(readYaml(`a: ${'x'.repeat(1_900_000)}\nb: "${'y'.repeat(90_000)}"`)), []);
  });

  // Work that grows with the square of the text would take minutes here; the test's own time limit is the bound.
  it('takes time in proportion to the text', () => {
    for (const unit of [
      '&a ',
      '!x ',
      ']',
      '"a" ',
      "'\n",
      '#',
      '# ',
      '#\t',
      '\t',
      '*a ',
      '---\n',
      '%\n',
      ': ',
      'a: 1\n',
      ',',
      '\r',
      '<<<<<<< \n',
      '=======\n',
      '- <<: x\n',
      '1',
      '1_',
      '1:1',
    ])
      readYaml(unit.repeat(40_000 / unit.length));
    readYaml(`${'#'.repeat(100_000)}registry:`);
    readYaml('#registry:'.repeat(10_000));
    readYaml(`a: &a {}\nb: [${'*a, '.repeat(30_000)}]`);
    readYaml(`<<<<<<< a\n${'=======\n'.repeat(20_000)}`);
  });

  it('reads NUL bytes, halves of pairs and other control characters', () => {
    for (const text of ['a: \0', '\0', 'a\u0007: 1', '\ud800: \udc00', 'a: "\\ud800"', '\u2028', '\u0085', '\u007f'])
      checkTree(readYaml(text));
  });
});

const FRAGMENTS = [
  'a', 'b', 'a: ', 'b:', '- ', '\n', '\n  ', '\n    ', ' ', '[', ']', '{', '}', ', ', ': ', '"', "'", '"x"', '&a ', '*a',
  '!!str ', '!x ', '# registry: c', ' # ', '\t', '|', '>-\n  ', '1.10', '<<: ', '? ', '---', '...', '\r\n', '\r', '%',
  '@', '`', '\\', 'é', '😀', '\ufeff', '\0', '__proto__: ', '\n<<<<<<< x\n', '\n=======\n', '\n>>>>>>> y\n',
]; // prettier-ignore

describe('readYaml, any text', () => {
  it('gives a tree whose ranges nest and stay inside the text', () => {
    const soup = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })), text => checkTree(readYaml(text))),
      { numRuns: tries(4000) },
    );
  });

  it('reads back the plain words and quoted texts that were written', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/);
    const quoted = fc.string({ unit: 'grapheme', maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(word, quoted), { selector: ([key]) => key, maxLength: 6 }), pairs => {
        const text = pairs.map(([key, value]) => `x${key}: ${JSON.stringify(value)} # c\r\n`).join('');
        const value = yamlValue(readYaml(text).root);
        assert.deepEqual(value, pairs.length === 0 ? null : new Map(pairs.map(([k, v]) => [`x${k}`, v])));
      }),
    );
  });
});

function checkTree(tree: YamlTree): void {
  const { text } = tree;
  const whole = { start: 0, end: text.length };
  for (const problem of tree.problems) checkInside(problem.span, whole);
  for (const [start, end] of tree.comments) {
    checkInside({ start, end }, whole);
    assert.match(text.slice(start, end), /^#.*registry:/s);
  }
  // Around damage the library's ranges may overlap.
  const isDamaged = tree.problems.some(({ kind }) => kind === 'syntax');
  if (tree.root !== undefined) checkNode(tree.root, whole, text, isDamaged);
}

function checkNode(node: YamlNode, outer: Span, text: string, isDamaged: boolean): void {
  const whole = { start: 0, end: text.length };
  checkInside(node.span, outer);
  // What an alias repeats, and what a merge key adds, stands elsewhere.
  const inner = node.alias === undefined && !isDamaged ? node.span : whole;
  if (node.type === 'sequence') for (const item of node.items) checkNode(item, inner, text, isDamaged);
  if (node.type === 'mapping')
    for (const { key, value, span, merged } of node.entries) {
      checkInside(span, merged ? whole : inner);
      const here = isDamaged ? whole : span;
      checkNode(key, here, text, isDamaged);
      if (value !== undefined) checkNode(value, here, text, isDamaged);
    }
  if (node.type !== 'scalar') return;
  checkInside(node.content, node.span);
  if (!node.quoted && node.alias === undefined && !/[\s\ufeff]/.test(node.source))
    assert.equal(text.slice(node.span.start, node.span.end), node.source);
}

function checkInside({ start, end }: Span, outer: Span): void {
  const says = `${start}-${end} leaves ${outer.start}-${outer.end}`;
  assert.ok(outer.start <= start && start <= end && end <= outer.end, says);
}
