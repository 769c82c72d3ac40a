import assert from 'node:assert/strict';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { importStage } from '../../../server/src/systems/modules/read/import-stage';

/** The name of the exception that discovery comes to when it imports a file, or nothing. */
function exceptionOf(text: string): string | undefined {
  return importStage(new PythonReader().read(text, 'literals'), 'extensions/m.py', true).run.stops?.exception;
}

const DATACLASSES = 'from dataclasses import dataclass\nfrom typing import ClassVar\n';
const GENERIC =
  'from typing import Generic, TypeVar\nfrom pydantic import BaseModel\nT = TypeVar("T")\nclass Box(BaseModel, Generic[T]):\n    v: T\n';
const ENUMS = 'from enum import Enum, IntEnum, StrEnum\n';

describe('an import that discovery does not survive', () => {
  for (const [what, text, exception] of [
    [
      'a field without a default behind one that has one',
      '@dataclass\nclass D:\n    a: int = 1\n    b: str\n',
      'TypeError',
    ],
    ['a list as a default', '@dataclass\nclass D:\n    a: list = []\n', 'ValueError'],
    [
      'a dataclass that is not frozen, of one that is',
      '@dataclass(frozen=True)\nclass P:\n    a: int\n@dataclass\nclass D(P):\n    b: int\n',
      'TypeError',
    ],
    ['order without equality', '@dataclass(order=True, eq=False)\nclass D:\n    a: int\n', 'ValueError'],
  ] as const)
    it(`has ${what}`, () => {
      assert.equal(exceptionOf(DATACLASSES + text), exception);
    });

  it('has no such dataclass', () => {
    for (const text of [
      '@dataclass(kw_only=True)\nclass D:\n    a: int = 1\n    b: str\n',
      '@dataclass(init=False)\nclass D:\n    a: int = 1\n    b: str\n',
      '@dataclass\nclass D:\n    a: int = 1\n    b: ClassVar[list] = []\n    c: ClassVar[int]\n',
      '@dataclass(frozen=True)\nclass P:\n    a: int\n@dataclass(frozen=True)\nclass D(P):\n    b: int\n',
    ])
      assert.equal(exceptionOf(DATACLASSES + text), undefined, text);
  });

  it('gives types to a generic model of its own at its top level', () => {
    assert.equal(exceptionOf(`${GENERIC}class I(Box[int]): pass\n`), 'KeyError');
    assert.equal(exceptionOf(`${GENERIC}Ints = Box[int]\n`), 'KeyError');
    for (const text of ['class I(BaseModel):\n    x: Box[int]\n', 'class I(Box[T], Generic[T]): pass\n'])
      assert.equal(exceptionOf(GENERIC + text), undefined, text);
  });

  it('has an enumeration whose names, order, bases or values Python refuses', () => {
    for (const [text, exception] of [
      ['class A(Enum):\n    mro = 1\n', 'ValueError'],
      ['class A(Enum):\n    _a_ = 1\n', 'ValueError'],
      ['class A(Enum):\n    _order_ = "X Y"\n    Y = 1\n    X = 2\n', 'TypeError'],
      ['@unique\nclass A(Enum):\n    X = 1\n    Y = 1\n', 'ValueError'],
      ['class A(Enum, str):\n    X = "x"\n', 'TypeError'],
      ['class A(Enum):\n    X = 1\nA.X = 2\n', 'AttributeError'],
      ['class A(Enum):\n    X = (1, 2)\n    def __init__(self, a): self.a = a\n', 'TypeError'],
    ] as const)
      assert.equal(exceptionOf(`from enum import Enum, unique\n${text}`), exception, text);
    for (const text of [
      '@unique\nclass A(Enum):\n    _order_ = "X Y"\n    X = 1\n    Y = 2\nA.other = 3\n',
      'class A(str, Enum):\n    X = "x"\n    def __init__(self, a): self.a = a\n',
    ])
      assert.equal(exceptionOf(`from enum import Enum, unique\n${text}`), undefined, text);
  });

  it('makes a named tuple, or compiles a regular expression, of what Python refuses', () => {
    const head = 'import re\nfrom collections import namedtuple\n';
    for (const [call, exception] of [
      ['namedtuple("N", "a class")', 'ValueError'],
      ['namedtuple("N", ["a", "a"])', 'ValueError'],
      ['namedtuple("N", "_a")', 'ValueError'],
      ['namedtuple("N", "a", True)', 'TypeError'],
      ['namedtuple("N", "a", defaults=[1, 2])', 'TypeError'],
      ['re.compile("(")', 'error'],
      ['re.compile(1)', 'TypeError'],
      ['namedtuple("N", "_a class", rename=True)', undefined],
      ['re.compile(r"^a b$", re.I)', undefined],
    ] as const)
      assert.equal(exceptionOf(`${head}X = ${call}\n`), exception, call);
  });

  it('has an enumeration that extends members, or members of another kind', () => {
    assert.equal(exceptionOf(`${ENUMS}class A(Enum):\n    X = 1\nclass B(A):\n    Y = 2\n`), 'TypeError');
    assert.equal(exceptionOf(`${ENUMS}class A(StrEnum):\n    X = 1\n`), 'TypeError');
    assert.equal(exceptionOf(`${ENUMS}class A(IntEnum):\n    X = "x"\n`), 'ValueError');
    for (const text of [
      'class A(Enum):\n    def f(self): return 1\nclass B(A):\n    Y = 2\n',
      'class A(IntEnum):\n    X = "1"\n',
      'class A(int, Enum):\n    X = ("f", 16)\n',
    ])
      assert.equal(exceptionOf(ENUMS + text), undefined, text);
  });
});
