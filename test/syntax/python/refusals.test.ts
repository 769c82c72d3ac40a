import assert from 'node:assert/strict';
import { PythonReader } from '../../../server/src/syntax/python/reader';

const reader = new PythonReader();

/** What the problems of a text stand at. */
function places(text: string): string[] {
  return reader.read(text, 'literals').problems.map(({ span }) => text.slice(span.start, span.end));
}

/** Statements in one another; the last line of `header` opens the block. */
function nested(count: number, ...header: string[]): string {
  const lines = Array.from({ length: count }, (_, depth) =>
    header.map(line => `${' '.repeat(depth)}${line}\n`).join(''),
  );
  return `${lines.join('')}${' '.repeat(count)}pass\n`;
}

describe('Python that parses and does not compile has a problem at its place', () => {
  for (const [what, text, place] of [
    ['more nested loops than any Python compiles', nested(22, 'for x in y:'), 'for x in y:'],
    [
      'more nested handlers',
      `with a, b:\n${nested(10, 'try: pass', 'except A:').replace(/^(?=.)/gm, ' ')}`,
      'except A:',
    ],
    ['an attribute of the wildcard of patterns', 'match x:\n    case _.a:\n        pass\n', '_.a'],
    ['a return outside of functions', 'if x:\n    return 1\n', 'return'],
    ['a break outside of loops', 'for x in y:\n    def f():\n        break\n', 'break'],
    ['a yield in a class', 'class A:\n    x = yield 1\n', 'yield 1'],
    ['an await in a plain function', 'def f():\n    await x\n', 'await x'],
    ['an octal number of Python 2', 'x = {"mode": 010}\n', '010'],
    ['a number of more digits than Python reads', `x = 1${'0'.repeat(4300)}\n`, `1${'0'.repeat(4300)}`],
    ['a path with half an escape', 'x = "C:\\Users"\n', '\\U'],
    ['bytes with other letters than ASCII', 'x = b"é"\n', 'é'],
    ['bytes beside text', 'x = "a" b"b"\n', 'b"b"'],
    [
      'a late import from the future',
      'import a\nfrom __future__ import annotations\n',
      'from __future__ import annotations',
    ],
    ['an unknown feature', 'from __future__ import nothing\n', 'nothing'],
    ['an argument given twice', 'f(a=1, b=2, a=3)\n', 'a'],
    ['a value behind a keyword', 'f(a=1, b)\n', 'b'],
    ['a star behind two', 'f(**k, *a)\n', '*a'],
    ['two parameters of one name', 'def f(a, *, a): pass\n', 'a'],
    ['a parameter that lacks a default', 'lambda a=1, b: 2\n', 'b'],
    ['a star with nothing behind', 'def f(a, *): pass\n', '*'],
    ['an assignment to a call', 'f().a, f() = 1, 2\n', 'f()'],
    ['an assignment to a constant', 'for None in x: pass\n', 'None'],
    ['an assignment to an operation', 'a + b = 1\n', 'a + b'],
    ['a list that something is added to', '[a] += b\n', '[a]'],
    ['a call that is deleted', 'del a, f()\n', 'f()'],
    ['a bare except before others', 'try: pass\nexcept: pass\nexcept A: pass\n', 'except'],
    ['both kinds of except', 'try: pass\nexcept A: pass\nexcept* B: pass\n', 'except'],
    ['an except with a comma', 'try: pass\nexcept A, e: pass\n', ','],
    ['a nonlocal of nobody', 'def f():\n    nonlocal x\n', 'x'],
    ['a global that was assigned', 'def f():\n    x = 1\n    global x\n', 'x'],
    ['a global parameter', 'def f(x):\n    global x\n', 'x'],
    ['a star import in a function', 'def f():\n    from a import *\n', '*'],
    ['a star alone', 'x = *a\n', '*'],
    ['a walrus as a statement', 'x := 1\n', ':='],
    ['a walrus in what is gone over', '[x for x in (y := z)]\n', 'y := z'],
    ['a walrus for the variable of the loop', '[(x := 1) for x in y]\n', 'x'],
    ['a generator beside arguments', 'f(a for a in b, c)\n', ','],
    ['a print of Python 2', 'print x\n', 'x'],
    ['a case after one that matches anything', 'match x:\n    case _: pass\n    case 1: pass\n', 'case'],
    ['a name that a pattern binds twice', 'match x:\n    case [a, {"k": a}]: pass\n', '{'],
    ['a type on a tuple', '(a, b): int\n', '(a, b)'],
    ['an operator without parentheses', 'x = a == not b\n', 'not'],
    ['half a condition', 'x = a if b\n', 'b'],
  ] as const)
    it(what, () => assert.deepEqual(places(text), [place]));

  it('but none where CPython has none', () => {
    for (const text of [
      'async def f():\n    return [await x async for x in y]\n',
      'def f():\n    while x:\n        yield\n    else:\n        return (yield from y)\n',
      'try: pass\nexcept* A as e:\n    for x in y: break\n',
      'def f(a, /, b=1, *c: *d, e, **g) -> int: pass\n',
      'with (open(a) as b, (c, d) as e.f): pass\n',
      'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n',
      'x = 0_0 + 00 + 0.5 + 09.5 + 1if y else 2\n',
      'x = rb"\\x" b"\\u12"; y = r"\\N" "\\777"\n',
    ])
      assert.deepEqual(places(text), [], text);
  });
});

describe('Brackets and blocks that CPython does not read so deep', () => {
  it('are refused', () => {
    assert.deepEqual(places(`x = ${'('.repeat(201)}1${')'.repeat(201)}\n`), ['(']);
    assert.deepEqual(places(`x = ${'('.repeat(200)}1${')'.repeat(200)}\n`), []);
    const blocks = (count: number): string =>
      `${Array.from({ length: count }, (_, i) => `${' '.repeat(i)}if x:\n`).join('')}${' '.repeat(count)}pass\n`;
    assert.deepEqual(places(blocks(100)), ['pass']);
    assert.deepEqual(places(blocks(99)), []);
  });
});
