import assert from 'node:assert/strict';
import { runText, told } from './check';

describe('What Python refuses while it runs a text, and what it does not', () => {
  for (const [what, text, exception] of [
    ['fields of a format text with and without numbers', 'x = "{0} {}".format(1, 2)\n', 'ValueError'],
    ['a format code that numbers do not have', 'x = f"{1:q}"\n', 'ValueError'],
    ['a text of too many digits for an integer', 'x = int("9" * 5000)\n', 'ValueError'],
    ['an integer of too many digits for a text', 'x = str(10 ** 5000)\n', 'ValueError'],
    ['a sum of texts', 'x = sum(["a"], "")\n', 'TypeError'],
    ['a keyword that print does not have', 'print(1, zz=2)\n', 'TypeError'],
    [
      'a field of a NamedTuple that has no default behind one that has',
      'from typing import NamedTuple\nclass N(NamedTuple):\n    a: int = 1\n    b: str\n',
      'TypeError',
    ],
    ['a private name of a class outside of it', 'class K:\n    __x = 1\nx = K.__x\n', 'AttributeError'],
    ['a separator of print that is no text', 'print("a", sep=5)\n', 'TypeError'],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.equal(runText(text).stops?.exception, exception);
    });

  for (const [what, text, ...names] of [
    ['asks for no class behind the one that a value has', 'A = isinstance(1, (int, 5))\n', 'A = True'],
    ['binds a name outside of a class that says so', 'class K:\n    global A\n    A = 1\n', 'A = 1'],
    [
      'gives private names the name of their class',
      'class K:\n    __x = 1\n    y = __x\n    def f(self): return self.__x\nA = [K._K__x, K.y, K().f()]\n',
      'A = [1, 1, 1]',
    ],
    [
      'tells attributes of a class their names',
      'A = []\nclass K:\n    def __set_name__(self, owner, name): A.append(name)\nclass L:\n    at = K()\n',
      'A = ["at"]',
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(told(runText(text), 'A'), names);
    });

  for (const [what, text] of [
    ['what views of a dict have in common', 'A = {"a": 1}.keys() & {"a"}\n'],
    ['an attribute of a view', 'A = {"a": 1}.keys().foo\n'],
    ['an attribute that a metaclass may make', 'class M(type): pass\nclass K(metaclass=M): pass\nA = K.foo\n'],
  ] as const)
    it(`cannot tell ${what}`, () => {
      const run = runText(text);
      assert.equal(run.stops, undefined);
      assert.equal(run.doubts.length, 1);
    });
});
