import assert from 'node:assert/strict';
import type { Span } from '../../../server/src/base/text';
import { readYaml } from '../../../server/src/syntax/yaml/reader';
import {
  entryOf,
  yamlValue,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
  type YamlSequence,
} from '../../../server/src/syntax/yaml/tree';

function valueAt(text: string, ...keys: string[]): YamlNode {
  let node = readYaml(text).root;
  for (const key of keys) node = entryOf(node as YamlMapping, key)?.value;
  assert.ok(node !== undefined);
  return node;
}

function scalarAt(text: string, ...keys: string[]): YamlScalar {
  const node = valueAt(text, ...keys);
  assert.ok(node.type === 'scalar');
  return node;
}

function plain(text: string): unknown {
  return toPlain(yamlValue(readYaml(text).root));
}

function toPlain(value: unknown): unknown {
  if (value instanceof Map) return [...(value as Map<string, unknown>)].map(([k, v]) => [k, toPlain(v)]);
  return Array.isArray(value) ? value.map(toPlain) : value;
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function problems(text: string): string[] {
  return readYaml(text).problems.map(({ kind, span }) => `${kind} ${JSON.stringify(slice(text, span))}`);
}

describe('readYaml', () => {
  it('reads nothing from an empty text', () => {
    for (const text of ['', '\n\n', '# a comment\n', '---\n', '\ufeff'])
      assert.deepEqual([readYaml(text).root, problems(text)], [undefined, []], JSON.stringify(text));
  });

  it('reads mappings, lists and scalars in both styles', () => {
    assert.deepEqual(plain('a: {b: [1, x], c: }\nd:\n  - y\n  - - z\ne:\n'), [
      ['a', [['b', [1, 'x']], ['c', null]]], // prettier-ignore
      ['d', ['y', ['z']]],
      ['e', null],
    ]);
  });

  it('means what PyYAML means by plain scalars', () => {
    const meaning = (source: string) => {
      const { as, value } = scalarAt(`k: ${source}`, 'k');
      return [as, value];
    };
    assert.deepEqual(meaning('on'), ['boolean', true]);
    assert.deepEqual(meaning('No'), ['boolean', false]);
    assert.deepEqual(meaning('y'), ['text', 'y']);
    assert.deepEqual(meaning('~'), ['null', null]);
    assert.deepEqual(meaning('017'), ['integer', 15]);
    assert.deepEqual(meaning('08'), ['text', '08']);
    assert.deepEqual(meaning('-0x1F'), ['integer', -31]);
    assert.deepEqual(meaning('0b1_0'), ['integer', 2]);
    assert.deepEqual(meaning('1_000'), ['integer', 1000]);
    assert.deepEqual(meaning('1:30'), ['integer', 90]);
    assert.deepEqual(meaning('1e3'), ['text', '1e3']);
    assert.deepEqual(meaning('1.5e+3'), ['float', 1500]);
    assert.deepEqual(meaning('-.inf'), ['float', -Infinity]);
    assert.deepEqual(meaning('1.2.3'), ['text', '1.2.3']);
    assert.deepEqual(meaning('2025-05-19'), ['timestamp', '2025-05-19']);
    assert.deepEqual(meaning('"on"'), ['text', 'on']);
    assert.deepEqual(meaning('!!str on'), ['text', 'on']);
    assert.deepEqual(meaning('! "1"'), ['integer', 1]);
    assert.deepEqual(meaning('!!float 1'), ['float', 1]);
  });

  it('keeps the source of a number, so that a version stays what it was', () => {
    const { value, source } = scalarAt('version: 1.10', 'version');
    assert.deepEqual([value, source], [1.1, '1.10']);
  });

  it('tells the span with quotes from the content inside them', () => {
    for (const quoted of ['"x y"', "'x y'"]) {
      const text = `a: ${quoted} # c\n`;
      const { span, content, quoted: isQuoted } = scalarAt(text, 'a');
      assert.deepEqual([slice(text, span), slice(text, content), isQuoted], [quoted, 'x y', true]);
    }
  });

  it('places the content of a block of text below its header', () => {
    for (const end of ['\n', '\r\n']) {
      const text = `a: |-${end}  x${end}  y${end}b: 1${end}`;
      const { content, source } = scalarAt(text, 'a');
      assert.equal(slice(text, content), `  x${end}  y${end}`);
      assert.equal(source, 'x\ny');
    }
  });

  it('counts offsets in UTF-16 units, with line ends of two characters and a byte order mark', () => {
    const text = '\ufeffé: 😀\r\n# 😀\r\n"𝒜b": [x, 😀y] \r\n';
    const { root } = readYaml(text) as { root: YamlMapping };
    const [first, second] = root.entries;
    assert.equal(slice(text, first!.key.span), 'é');
    assert.equal(slice(text, first!.value!.span), '😀');
    assert.equal(slice(text, second!.key.content), '𝒜b');
    assert.deepEqual(
      (second!.value as YamlSequence).items.map(item => slice(text, item.span)),
      ['x', '😀y'],
    );
    assert.deepEqual(problems('\ufeff- a\n- b\n'), []);
  });

  it('ends an entry without a value after its colon', () => {
    const text = 'a:   # later\nb: {c, d: }\n';
    const { root } = readYaml(text) as { root: YamlMapping };
    assert.deepEqual([root.entries[0]!.value, slice(text, root.entries[0]!.span)], [undefined, 'a:']);
    const inner = root.entries[1]!.value as YamlMapping;
    assert.deepEqual(
      inner.entries.map(entry => slice(text, entry.span)),
      ['c', 'd:'],
    );
  });

  it('keeps names that JavaScript knows', () => {
    assert.deepEqual(plain('__proto__: 1\nconstructor: {__proto__: 2}\ntoString: 3\n'), [
      ['__proto__', 1],
      ['constructor', [['__proto__', 2]]],
      ['toString', 3],
    ]);
  });

  it('reports a key given twice, and keeps both', () => {
    const text = 'a: 1\n"a": 2\nb: {c: 1, d: 2, c: 3}\n1: x\n"1": y\n';
    assert.deepEqual(problems(text), ['duplicate-key "\\"a\\""', 'duplicate-key "c"']);
    const { root } = readYaml(text) as { root: YamlMapping };
    assert.equal(root.entries.length, 5);
    assert.equal((entryOf(root, 'a')!.value as YamlScalar).value, 2);
  });
});

describe('readYaml, aliases', () => {
  it('gives the value of the anchor, placed at the alias', () => {
    const text = 'a: &x {b: 1}\nc: *x\nd: &y v\ne: *y\n';
    const node = valueAt(text, 'c');
    assert.deepEqual([slice(text, node.span), node.alias, plain(text)], [
      '*x',
      'x',
      [['a', [['b', 1]]], ['c', [['b', 1]]], ['d', 'v'], ['e', 'v']],
    ]); // prettier-ignore
    assert.equal(slice(text, scalarAt(text, 'e').content), '*y');
  });

  it('reports an alias without anchor, even if one follows', () => {
    assert.deepEqual(problems('a: *x\nb: &x 1\n'), ['syntax "*x"']);
    assert.deepEqual(plain('a: *x'), [['a', { unknown: '*x' }]]);
  });

  it('does not follow an alias into itself, which loaders take', () => {
    assert.deepEqual(problems('a: &x [1, *x]\n'), []);
    assert.deepEqual(plain('a: &x [1, *x]\n'), [['a', [1, { unknown: '*x' }]]]);
    assert.deepEqual(problems('a: &x {*x : 1}\n'), ['refused "*x"']);
  });

  it('merges mappings, the nearest first, and what is written wins', () => {
    const text = 'd: &d {a: 1, b: 1, c: 1}\ne: &e {b: 2, f: 2}\nx:\n  <<: [*e, *d]\n  a: 3\n';
    const merged = valueAt(text, 'x') as YamlMapping;
    assert.deepEqual(toPlain(yamlValue(merged)), [['a', 3], ['b', 2], ['f', 2], ['c', 1]]); // prettier-ignore
    assert.deepEqual(
      merged.entries.map(entry => entry.merged ?? false),
      [false, true, true, true],
    );
    assert.deepEqual(problems(text), []);
  });

  it('takes the last of several merge keys, and the last of several entries of a source', () => {
    const text = 'a: &a {k: 1, k: 2}\nb: &b {k: 3}\nx: {<<: *a, <<: *b}\ny: {<<: *a}\n';
    const kept = (name: string) => (valueAt(text, name, 'k') as YamlScalar).value;
    assert.deepEqual([kept('x'), kept('y')], [3, 2]);
  });

  it('says what loaders refuse although it can be read', () => {
    assert.deepEqual(problems('<<: 1\na: 2\n'), ['refused "1"']);
    assert.deepEqual(problems('? [a]\n: 1\n'), ['refused "[a]"']);
    assert.deepEqual(problems('a: !Ref x\nb: !!str y\nc: !!set {z}\n'), ['refused "x"']);
    assert.deepEqual(problems('a: &x 1\nb: &x 2\n'), ['refused "2"']);
  });

  it('says what PyYAML makes no value of', () => {
    assert.deepEqual(problems('day: 2024-02-30\n'), ['refused "2024-02-30"']);
    assert.deepEqual(problems('day: 2024-02-29 23:59:59 +01:00\n'), []);
    assert.deepEqual(problems('at: 2024-01-01T25:00:00Z\n'), ['refused "2024-01-01T25:00:00Z"']);
    assert.deepEqual(problems('a: !!int abc\nb: !!bool maybe\nc: !!binary a\n'), [
      'refused "abc"',
      'refused "maybe"',
      'refused "a"',
    ]);
    assert.deepEqual(problems('a: =\n'), ['refused "="']);
    assert.deepEqual(problems('=: a\n'), []);
    assert.deepEqual(problems('a: 0x_\n'), ['refused "0x_"']);
    assert.deepEqual(problems('a: !!python/name:os.system\n'), ['refused ""']);
  });

  it('refuses control characters, directives of another YAML, and keys that PyYAML cannot see', () => {
    assert.deepEqual(problems('a: "\x07"\n'), ['refused "\\u0007"']);
    assert.deepEqual(problems('%YAML 2.0\n---\na: 1\n'), ['refused "%YAML 2.0"']);
    assert.deepEqual(problems('%YAML 1.1\n---\na: 1\n'), []);
    assert.deepEqual(problems(`${'k'.repeat(1025)}: 1\n`), ['refused ":"']);
  });

  it('takes what PyYAML takes, though the standard forbids it', () => {
    assert.deepEqual(problems('a: "x\ny"\n'), []);
    assert.deepEqual(plain('a: "x\ny"\n'), [['a', 'x y']]);
  });

  it('makes nothing of sets and lists of pairs, which are no mappings and lists of mappings to a program', () => {
    assert.deepEqual(plain('a: !!omap [c: 1]\nb: !!set {x, y}\n'), [
      ['a', { unknown: 'a list of pairs' }],
      ['b', { unknown: 'a set' }],
    ]);
  });

  it('reports a tab between tokens, which Python refuses, but none inside text or comments', () => {
    assert.deepEqual(problems('a:\tb\n'), ['refused "\\t"']);
    assert.deepEqual(problems('a: b\t# c\n'), ['refused "\\t"']);
    assert.deepEqual(problems('a: "\t"\nb: |\n  x\ty\n# \tz\nc: 1 # \t\n'), []);
  });
});

describe('readYaml, damage', () => {
  it('keeps what stands around a half-typed line', () => {
    for (const line of ['b', 'b: "x', 'b: [x', 'b: {x: 1', 'b: x: y', '"b', "b: '", 'b: &', 'b: *', '- b', 'b: @x'])
      assert.equal(scalarAt(`a: 1\n${line}\nc: 2\n`, 'a').value, 1, line);
    for (const line of ['b', 'b: "x', 'b: [x', 'b: {x: 1', 'b: x: y', "b: '", 'b: @x']) {
      assert.equal(scalarAt(`a: 1\n${line}\nc: 2\n`, 'c').value, 2, line);
      assert.notEqual(problems(`a: 1\n${line}\nc: 2\n`).length, 0, line);
    }
  });

  it('reads a value with a second colon as the text that was meant', () => {
    const text = 'r:\n  a: see: this:\n  b: 1\nc: 2\n';
    assert.deepEqual(plain(text), [['r', [['a', 'see: this:'], ['b', 1]]], ['c', 2]]); // prettier-ignore
    assert.deepEqual(problems(text), ['syntax "s"']);
  });

  it('ends the content of an open quote where the text ends', () => {
    const text = 'a: "xy\nb: 1\n';
    const { content, value } = scalarAt(text, 'a');
    assert.deepEqual([slice(text, content), value], ['xy', 'xy']);
    assert.equal(scalarAt('r:\n  a: "xy\n  b: 1\nc: 2', 'r', 'b').value, 1);
  });

  it('reports a second document and reads the first', () => {
    assert.deepEqual([problems('a: 1\n---\nb: 2\n'), plain('a: 1\n---\nb: 2\n')], [['syntax "---"'], [['a', 1]]]);
    assert.deepEqual(problems('---\na: 1\n...\n'), []);
  });

  it('reads both sides of a conflict and marks its lines', () => {
    const text = 'a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> theirs\nc: 4\n';
    assert.deepEqual(problems(text), [
      'merge-marker "<<<<<<< HEAD"',
      'merge-marker "||||||| base"',
      'merge-marker "======="',
      'merge-marker ">>>>>>> theirs"',
    ]);
    assert.deepEqual(plain(text), [['a', 1], ['b', 3], ['c', 4]]); // prettier-ignore
    assert.equal(slice(text, scalarAt(text, 'c').span), '4');
  });

  it('does not take an underline for a conflict', () => {
    assert.deepEqual(problems('a: |\n  Title\n  =======\nb: "\n\n  =======\n  "\n'), []);
    assert.deepEqual(problems('# x\n# =======\na: 1\n'), []);
  });

  it('stops reporting after a few dozen problems', () => {
    assert.equal(readYaml(']\n'.repeat(1000)).problems.length, 30);
  });
});

describe('readYaml, comments', () => {
  const comments = (text: string) => readYaml(text).comments.map(([start, end]) => text.slice(start, end));

  it('finds those that speak to us', () => {
    const text = [
      '# registry: ignore-file[x/y]',
      'a: 1  # registry: ignore[step/z]  ',
      'b: "# registry: no" # other # registry: same',
      'c: |  # registry: header',
      '  # registry: text',
      "d: 'it''s # registry: no'",
      'e: x#registry: no',
      'f: [ # registry: inside',
      '  1]\r',
      '# nothing',
    ].join('\n');
    assert.deepEqual(comments(text), [
      '# registry: ignore-file[x/y]',
      '# registry: ignore[step/z]',
      '# other # registry: same',
      '# registry: header',
      '# registry: inside',
    ]);
  });
});
