import assert from 'node:assert/strict';
import { writtenAs } from '../../../../server/src/syntax/python/evaluate/run';
import { runText, told } from './check';

describe('What a Python text says without being run', () => {
  it('binds names in the order of the statements', () => {
    check('A = 1\nB = A\nA = A + 1\nC, *D = A, B, 3\ndel B\n', ['A = 2', 'C = 2', 'D = [1, 3]']);
  });

  it('keeps two names of one object together', () => {
    check('ROW = {"a": 1}\nROWS = {"x": ROW}\nROW["b"] = 2\n', [
      'ROW = {"a": 1, "b": 2}',
      'ROWS = {"x": {"a": 1, "b": 2}}',
    ]);
  });

  it('merges and changes dicts', () => {
    check(
      [
        'A = {"x": {"a": 1}, "y": {}}',
        'B = {**A, "z": dict(A["x"], b=2)}',
        'C = B | {"y": 3}',
        'A |= {"w": None}',
        'del A["y"]',
        'A["x"]["a"] = 9',
      ].join('\n'),
      [
        'A = {"x": {"a": 9}, "w": None}',
        'B = {"x": {"a": 9}, "y": {}, "z": {"a": 1, "b": 2}}',
        'C = {"x": {"a": 9}, "y": 3, "z": {"a": 1, "b": 2}}',
      ],
    );
  });

  it('stops where a name is nowhere', () => {
    check('A = {"x": true}\nB = 1\n', ["NameError: name 'true' is not defined"]);
    check('A: Dict = {}\n', ['A = {}', "NameError: name 'Dict' is not defined"]);
    check('from __future__ import annotations\nA: Dict = {}\n', ['A = {}'], 'A');
  });

  it('knows what the body of a class has besides', () => {
    const text = 'class A:\n    x = __qualname__, __module__\nB = 1\nC = __module__\n';
    check(text, ['B = 1', "NameError: name '__module__' is not defined"], 'B');
  });

  it('knows the modules and names of the standard library', () => {
    check(
      'from typing import Dict\nimport os.path\nimport collections.nothing\n',
      ["ModuleNotFoundError: No module named 'collections.nothing'"],
      '-',
    );
    check('from typing import Dictionary\n', ["ImportError: cannot import name 'Dictionary' from 'typing'"]);
    check('import pandas\n', ['perhaps ImportError: `pandas` is imported, which may not be installed'], '-');
  });

  it('takes loggers, paths and the environment for what they are', () => {
    check(
      'import logging, os\nlog = logging.getLogger(__name__)\nlog.info("x")\nA = os.environ.get("A", "a") + "b"\nB = [A, "B" in os.environ]\n',
      ['B = [?, ?]'],
      'B',
    );
    check('import os\nA = os.environ["A"]\n', ['A = ?', 'perhaps KeyError: an environment variable is read'], 'A');
    check(
      'import collections\nA = collections.ordered_dict()\n',
      ["AttributeError: 'module' object has no attribute 'ordered_dict'"],
      'A',
    );
  });

  it('makes instances and calls their methods', () => {
    check(
      [
        'class A:',
        '    def __init__(self, x): self.x = x',
        'class B(A):',
        '    def __init__(self):',
        '        super().__init__(1)',
        '        self.y = 2',
        'C = [B().x, B().y]',
        'class Failed(ValueError):',
        '    def __init__(self, code): super().__init__(f"code {code}")',
        'try:',
        '    raise Failed(3)',
        'except ValueError as e:',
        '    D = str(e)',
        'B(1)',
      ].join('\n'),
      ['C = [1, 2]', 'D = "code 3"', 'TypeError: __init__() takes fewer positional arguments than it is given'],
      'C',
      'D',
    );
  });

  it('goes on behind an exception that is caught', () => {
    check('try:\n    import pandas\n    A = 1\nexcept ImportError:\n    A = 2\n', ['A = ?'], 'A');
    check('try:\n    {}["a"]\n    A = 1\nexcept LookupError:\n    A = 2\nelse:\n    A = 3\nfinally:\n    B = A\n', [
      'A = 2',
      'B = 2',
    ]);
  });

  it('does not look into a literal that nothing changes', () => {
    const { names } = runText(
      'A = {"x": {"a": [1]}}\nB = {"y": {}}\nB["y"] = 1\nC = {"z": {}}\nC["z"]["a"] = 1\nD = {"w": [{}]}\nD["w"].append(1)\nE = A["x"]["a"][0]\n',
    );
    assert.deepEqual(
      ['A', 'B', 'C', 'D'].map(name => writtenAs(names.get(name)?.value ?? null) !== undefined),
      [true, false, false, false],
    );
  });

  it('joins what both ways have in common', () => {
    check(
      'import os\nA = {"x": 1}\nif os.getenv("T"):\n    A["y"] = 2\n    B = 1\nelse:\n    A["x"] = 3\n    B = 1\n',
      ['A = {"x": ?, "y"?: 2}', 'B = 1'],
      'A',
      'B',
    );
  });
});

function check(text: string, expected: string[], ...names: string[]): void {
  assert.deepEqual(told(runText(text), ...names), expected);
}
