import assert from 'node:assert/strict';
import { runText, told } from './check';

describe('What Python refuses while it runs a text, and what it does not', () => {
  for (const [what, text, exception] of [
    ['a text as a context manager', 'with "a" "b":\n    pass\n', 'TypeError'],
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
    ['nothing that is raised', 'raise None\n', 'TypeError'],
    ['a cause that is no exception', 'raise ValueError from 3\n', 'TypeError'],
    [
      'a generator that ends whoever takes its items',
      'def g():\n    raise StopIteration\n    yield\nlist(g())\n',
      'RuntimeError',
    ],
    ['an annotated item of a name that is nowhere', 'd["a"]: int\n', 'NameError'],
    [
      'a name of the function around, in a class that binds it later',
      'def f():\n    x = 1\n    class A:\n        y = x\n        x = 2\nf()\n',
      'NameError',
    ],
    ['arguments of a type that has no variables', 'from typing import List\nA = List[str][int]\n', 'TypeError'],
    ['Callable without its result', 'from typing import Callable\nA = Callable[int]\n', 'TypeError'],
    ['an object of a protocol', 'from typing import Protocol\nclass P(Protocol): pass\nP()\n', 'TypeError'],
    ['bases of two layouts', 'class A(int, str): pass\n', 'TypeError'],
    [
      'bases that have slots of their own each',
      'class A:\n    __slots__ = ("a",)\nclass B:\n    __slots__ = ("b",)\nclass C(A, B): pass\n',
      'TypeError',
    ],
    ['a slot that the class has a value for', 'class A:\n    __slots__ = ("a",)\n    a = 1\n', 'ValueError'],
    ['slots of a number', 'class A(int):\n    __slots__ = ("a",)\n', 'TypeError'],
    [
      'bases of two metaclasses',
      'from abc import ABC\nfrom enum import Enum\nclass A(ABC, Enum):\n    X = 1\n',
      'TypeError',
    ],
    ['a form of typing as a base', 'from typing import Optional\nclass A(Optional[int]): pass\n', 'TypeError'],
    ['a class of Generic without a variable', 'from typing import Generic\nclass A(Generic[int]): pass\n', 'TypeError'],
    [
      'a generic class with another number of types',
      'from typing import Generic, TypeVar\nT = TypeVar("T")\nclass A(Generic[T]): pass\nA[int, str]\n',
      'TypeError',
    ],
    ['a protocol of a class', 'from typing import Protocol\nclass A: pass\nclass B(A, Protocol): pass\n', 'TypeError'],
    [
      'a method that a named tuple has',
      'from typing import NamedTuple\nclass N(NamedTuple):\n    def __new__(cls): pass\n',
      'AttributeError',
    ],
    ['a typed dict of a class', 'from typing import TypedDict\nclass N(TypedDict, dict): pass\n', 'TypeError'],
    ['a separator of print that is no text', 'print("a", sep=5)\n', 'TypeError'],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.equal(runText(text).stops?.exception, exception);
    });

  for (const [what, text, ...names] of [
    [
      'has bases of which one is laid out as the other',
      'class E(OSError, ValueError): pass\nclass D(dict, object): pass\nclass F(KeyError, AttributeError): pass\nA = 1\n',
      'A = 1',
    ],
    [
      'has slots that the class annotates, and a base without any',
      'class S:\n    __slots__ = ("a",)\n    a: int\nclass P: pass\nclass T(S, P): pass\nA = 1\n',
      'A = 1',
    ],
    [
      'has a metaclass that derives from those of the bases',
      'from abc import ABC\nfrom typing import Generic, Protocol, TypeVar\nT = TypeVar("T")\nclass P(Protocol[T]): pass\nclass C(P[int], ABC, Generic[T]): pass\nA = 1\n',
      'A = 1',
    ],
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
    [
      'tells base classes of a new class',
      'A = {}\nclass B:\n    def __init_subclass__(cls, **more): A[cls.__name__] = more\nclass C(B, k=1): pass\n',
      'A = {"C": {"k": 1}}',
    ],
    [
      'knows the class that a method stands in',
      'class K:\n    def f(self): return __class__.__name__\nA = K().f()\n',
      'A = "K"',
    ],
    [
      'uses an iterator up to what is looked for',
      'g = (x for x in [1, 2])\nA = [1 in g, list(g)]\n',
      'A = [True, [2]]',
    ],
    [
      'keeps the message of an assertion',
      'try:\n    assert False, "m"\nexcept AssertionError as e:\n    A = str(e)\n',
      'A = "m"',
    ],
    [
      'gives types variables and their values',
      'from typing import *\nT = TypeVar("T")\nL = List[T][int]\nC = Callable[..., T][int]\nD = Callable[[int], str]\nA = 1\n',
      'A = 1',
    ],
    [
      'finds names that were given to all modules',
      'import builtins\nbuiltins.own = 1\nbuiltins.len = lambda of: 7\nA = [own, len([])]\n',
      'A = [1, 7]',
    ],
    [
      'remembers texts that a function has given',
      'from functools import lru_cache\n@lru_cache(maxsize=None)\ndef f(a): return "x" + a\nA = [f("1"), f("1")]\n',
      'A = ["x1", "x1"]',
    ],
    [
      'does not know what has become of a list that a function has given',
      'from functools import cache\n@cache\ndef f(): return [1]\nf().append(2)\nA = f()\n',
      'A = ?',
    ],
    ['does not know the words of Python', 'try:\n    [].pop()\nexcept IndexError as e:\n    A = str(e)\n', 'A = ?'],
  ] as const)
    it(what, () => {
      assert.deepEqual(told(runText(text), 'A'), names);
    });

  for (const [what, text] of [
    ['a date that may not be one', 'import datetime\nA = datetime.date(2024, 13, 1)\n'],
    ['a template that lacks a value', 'import string\nA = string.Template("$a").substitute()\n'],
    ['a path with a number in it', 'from pathlib import Path\nA = Path("a") / 3\n'],
    ['a level that no logger has', 'import logging\nlogging.getLogger("a").setLevel("NOPE")\n'],
    ['an unusual parameter of a type', 'from typing import Dict\nA = Dict["a"]\n'],
    [
      'which part of a group is caught',
      'try:\n    raise ExceptionGroup("g", [ValueError(1)])\nexcept* ValueError:\n    A = 1\n',
    ],
    ['the text of a list that is in itself', 'A = []\nA.append(A)\nB = str(A)\n'],
    ['whether a dict that is in itself equals another', 'A = {}\nA["a"] = A\nB = {}\nB["a"] = B\nC = A == B\n'],
    ['what views of a dict have in common', 'A = {"a": 1}.keys() & {"a"}\n'],
    ['an attribute of a view', 'A = {"a": 1}.keys().foo\n'],
    ['an attribute that a metaclass may make', 'class M(type): pass\nclass K(metaclass=M): pass\nA = K.foo\n'],
  ] as const)
    it(`cannot tell ${what}`, () => {
      const run = runText(text);
      assert.equal(run.stops, undefined);
      assert.ok(run.doubts.length > 0);
    });

  for (const [what, text] of [
    [
      'a logger',
      'import logging\nlog = logging.getLogger(__name__)\nlog.setLevel(logging.INFO)\nlog.info("a %s", 1)\n',
    ],
    ['the time', 'from datetime import datetime\nA = datetime.now().isoformat()\n'],
    ['paths', 'from pathlib import Path\nA = Path(__file__).resolve().parent / "a"\nB = A.name + "x"\n'],
    ['paths as texts', 'import os\nA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "a")\n'],
    ['the version of Python', 'import sys\nA = sys.version_info >= (3, 12)\nB = sys.version_info[0] < 3\n'],
  ] as const)
    it(`has no doubt about ${what}`, () => {
      assert.deepEqual(runText(text).doubts, []);
    });
});
