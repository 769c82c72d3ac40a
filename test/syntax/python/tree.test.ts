import assert from 'node:assert/strict';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { stringParts } from '../../../server/src/syntax/python/string-parts';
import {
  children,
  Clause,
  clauseOf,
  Flag,
  Kind,
  Operator,
  operatorOf,
  textOf,
  type PythonTree,
} from '../../../server/src/syntax/python/tree';

const reader = new PythonReader();

const KINDS = new Map(Object.entries(Kind).map(([name, kind]) => [kind as number, name]));
const OPERATORS = new Map(Object.entries(Operator).map(([name, operator]) => [operator as number, name]));
const CLAUSES = new Map(Object.entries(Clause).map(([name, clause]) => [clause as number, name]));
const WITH_OPERATOR = new Set<number>([Kind.Binary, Kind.Unary, Kind.Boolean, Kind.Comparison, Kind.AugAssign]);

/** A node and those inside as text: leaves as they are written, others as their kind with their children in brackets. */
function show(tree: PythonTree, node: number): string {
  const kind = tree.kind[node]!;
  const inner = children(tree, node);
  if (inner.length === 0 && [Kind.Name, Kind.Number, Kind.Constant, Kind.String].some(each => each === kind))
    return textOf(tree, node);
  const name =
    kind === Kind.Block
      ? CLAUSES.get(clauseOf(tree, node))!
      : WITH_OPERATOR.has(kind)
        ? OPERATORS.get(operatorOf(tree, node))!
        : KINDS.get(kind)!;
  return `${name}(${inner.map(child => show(tree, child)).join(' ')})`;
}

/** The statements of a text. */
function statements(text: string): string {
  const tree = reader.read(text, 'literals');
  assert.deepEqual(tree.problems, []);
  return children(tree, 0)
    .map(child => show(tree, child))
    .join(' ');
}

function flagsOf(text: string, kind: Kind): number[] {
  const tree = reader.read(text, 'literals');
  return [...tree.kind.keys()].filter(node => tree.kind[node] === kind).map(node => tree.flags[node]!);
}

describe('The tree of a Python text', () => {
  for (const [text, tree] of [
    ['a + b * c', 'Add(a Multiply(b c))'],
    ['a - b - c', 'Subtract(Subtract(a b) c)'],
    ['(a + b) * c', 'Multiply(Add(a b) c)'],
    ['a ** b ** -c', 'Power(a Power(b Negative(c)))'],
    ['-1 ** 2', 'Negative(Power(1 2))'],
    ['- 1 + +2', 'Add(- 1 +2)'],
    ['-1 .real', 'Negative(Attribute(1 real))'],
    ['a | b ^ c & d << e', 'BitOr(a BitXor(b BitAnd(c ShiftLeft(d e))))'],
    ['not a and b or c and d and e', 'Or(And(Not(a) b) And(c d e))'],
    ['a < b not in c is not d', 'Compare(a Less(b) NotIn(c) IsNot(d))'],
    ['not a == b', 'Not(Compare(a Equal(b)))'],
    ['a if b else c if d else e', 'Conditional(a b Conditional(c d e))'],
    ['lambda: a or b', 'Lambda(Parameters() Or(a b))'],
    [
      'lambda a, /, b=1, *, c: 2',
      'Lambda(Parameters(Parameter(a) Parameter() Parameter(b 1) Parameter() Parameter(c)) 2)',
    ],
    ['[lambda: 1, *b]', 'List(Lambda(Parameters() 1) Spread(b))'],
    ['(a := b + 1)', 'Walrus(a Add(b 1))'],
    ['f(a).b.c[1:, ::d]', 'Subscript(Attribute(Call(f a) b.c) Tuple(Slice(1) Slice(d)))'],
    ['x: int = 1', 'Assign(Target(x) Annotation(int) 1)'],
    ['x //= 2', 'FloorDivide(Target(x) 2)'],
    ['del a, b[1]', 'Delete(a Subscript(b 1))'],
    ['assert a, "b"', 'Assert(a "b")'],
    ['raise A from b', 'Raise(A b)'],
    ['type A[T: int] = B', 'TypeAlias(A TypeParameters(Parameter(T Annotation(int))) B)'],
    [
      'async def f(a: int = 1, *b, **c) -> d: pass',
      'Function(f Parameters(Parameter(a Annotation(int) 1) Parameter(b) Parameter(c)) Annotation(d) Body(Pass()))',
    ],
    ['with a as b, c: pass', 'With(a Target(b) c Body(Pass()))'],
    ['for a, b in c: break', 'For(Target(Tuple(a b)) c Body(Break()))'],
    [
      'try: pass\nexcept A as e: pass\nelse: pass\nfinally: pass',
      'Try(Body(Pass())) Except(A Target(e) Body(Pass())) Else(Body(Pass())) Finally(Body(Pass()))',
    ],
    ['if a: pass\nelif b: pass', 'If(a Body(Pass())) Elif(b Body(Pass()))'],
    [
      'match a:\n case B(c, d=[1, *_]) | {"e": _, **f} if g: pass',
      'Match(a Body(Case(Pattern(B Target(c) 1 "e" Target(f)) g Body(Pass()))))',
    ],
    ['[a for b in c if d if e]', 'Comprehension(a Target(b) c d e)'],
    ['f"a{b!r:>{c}}" "d"', 'String(Field(b FormatSpec(Field(c))))'],
    ['def f(): x = yield a, b', 'Function(f Parameters() Body(Assign(Target(x) Yield(Tuple(a b)))))'],
  ] as const)
    it(`of ${JSON.stringify(text)}`, () => {
      // What the patterns bind differs on both sides, which is of no interest here.
      const shown = text.startsWith('match') ? show(reader.read(text, 'literals'), 1) : statements(text);
      assert.equal(shown, tree);
    });

  it('tells dicts of literals from those with names', () => {
    const flags = flagsOf(
      '[{"a": -1}, {"a": b}, {"a": f"{b}"}, {"a": b + 1}, {**{}}, {(1, 2): 3}, {"a": {1}}]',
      Kind.Dict,
    );
    const [literals, data] = [Flag.Literals | Flag.Data, Flag.Data];
    assert.deepEqual(flags, [literals, data, data, 0, data, literals, data, data]);
  });

  it('tells which parts a slice has', () => {
    assert.deepEqual(flagsOf('a[1:], a[:2], a[::3], a[:]', Kind.Slice), [Flag.Lower, Flag.Upper, Flag.Step, 0]);
  });

  it('tells patterns of values from those that match anything', () => {
    const cases = ['1 | "a" | None', 'a.b', '(x)', '_', 'A()', '1 | x'];
    const text = cases.map(each => `match a:\n case ${each}: pass\n`).join('');
    const both = [Flag.Values, Flag.Values, Flag.Irrefutable, Flag.Irrefutable, 0, Flag.Irrefutable];
    assert.deepEqual(flagsOf(text, Kind.Pattern), both);
  });
});

describe('The parts of a string with replacement fields', () => {
  /** The parts of the one string of a text, fields as they are written. */
  function parts(text: string): readonly string[] | undefined {
    const tree = reader.read(text, 'literals');
    return stringParts(tree, 1)?.map(part => (typeof part === 'string' ? part : `<${textOf(tree, part.field)}>`));
  }

  it('are texts and fields in order', () => {
    assert.deepEqual(parts('f"a{b}{c!r:d}\\n{{e}}"'), ['a', '<{b}>', '<{c!r:d}>', '\n{e}']);
    assert.deepEqual(
      parts('"{a}" rf"\\{b}\\n" # c\n'),
      ['{a}', '\\', '<{b}>', '\\n'],
      'each literal has its own prefix',
    );
    assert.deepEqual(parts('f"{a["b"]}" \'c\''), ['<{a["b"]}>', 'c'], 'quotes in a field close nothing');
  });

  it('are unknown for bytes, templates and named characters', () => {
    for (const text of ['b"a"', 't"{a}"', 'f"{a}\\N{DASH}"']) assert.equal(parts(text), undefined);
  });
});
