import fc from 'fast-check';
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { TreeBuilder } from '../../../server/src/syntax/python/builder';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import type { PythonDepth, PythonTree } from '../../../server/src/syntax/python/tree';
import { builderText, registryText } from '../../bench/python-texts';
import '../../support/seed';
import { samples } from './damage';
import { tries } from '../../support/seed';

const reader = new PythonReader();

/** What people and their tools put in, and what turns the meaning of a text around. */
const PIECES = [
  ...['x', '1', '.', ' ', '"', "'", '\n', '\r\n', '\r', ',', ':', '=', '#', '\\', '\t', '@', 'é', '😀', '\0', '\ufeff'],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '{}',
    '[]',
    '{1}',
    '()',
    '"""',
    "'''",
    'f"{x}"',
    'f"""\n{',
    'rb"',
    '\\\n',
    '->',
    ':=',
  ],
  ...['"New": {"a": 1},', '    "New": {},\n', '"a": b(c),', '**rest,', '-1', 'lambda x: y', 'for k in v', 'if', ' in '],
  ...[
    '<<<<<<< ours\n',
    '=======\n',
    '# registry: ignore\n',
    'def f():\n',
    'class A:\n    pass\n',
    'return',
    '...',
    '{**a}',
  ],
  ...[
    '"a" "b"',
    'None',
    '    ',
    '\n\n\n',
    '}\n',
    '{\n',
    ',\n',
    '"key": {\n',
    '},\n',
    'STEP_NAMES = {\n',
    'x = {"a": {"b": 2}}\n',
  ],
];
const HOSTILE = [
  '',
  '{}',
  'x = {"a": 1}',
  'x = {"a": 1,\n}\n',
  'x = {\n    "a": 1,\n    "b": {"c": [1, 2]},\n}\n',
  'x = {\r\n    "a": 1,\r\n    "b": {"c": [1, 2]},\r\n    "d": 3,\r\n}\r\ny = 2\r\n',
  'x = f"{a}" + f"""\n{\n{"b": 1}\n}\n"""\n{"c": 2}\n',
  'x = {\n  **a,\n  "b": 1, "c": {\n  }, "d": 2,\n\n\n  # registry: ignore\n  "e": 3,\n  "f": 4}\n',
  'x = {\n  k: v\n  for k, v in {\n    "a": 1,\n    "b": 2,\n  }.items()\n}\n',
  `x = ${'[\n'.repeat(12)}1,\n${']\n'.repeat(12)}`,
  'x = [{\n  "a": {1, 2},\n  "b": {"c": {}},\n  "d": lambda: {\n    "e": 1,\n  },\n}, {\n  "f": 1,\n}]\n',
];

/** Everything but what is stale in the reused arrays. */
function copyOf({ count, kind, flags, start, end, next, problems, comments }: PythonTree): object {
  const arrays = [kind, flags, start, end, next].map(part => Buffer.from(part.slice(0, count).buffer).toString('hex'));
  return { count, arrays, problems, comments };
}

interface Change {
  readonly at: number;
  readonly gone: number;
  readonly piece: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  gone: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
  piece: fc.oneof(fc.constantFrom('', ...PIECES), fc.string({ maxLength: 3 })),
});

function changed(text: string, { at, gone, piece }: Change): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + piece + text.slice(from + gone);
}

/** What `read` gives, and how many leaves were made for it. */
function leavesOf(read: () => PythonTree): { tree: PythonTree; leaves: number } {
  let leaves = 0;
  const own = Object.getOwnPropertyDescriptor(TreeBuilder.prototype, 'leaf')!;
  TreeBuilder.prototype.leaf = function (...node) {
    leaves++;
    return (own.value as TreeBuilder['leaf']).apply(this, node);
  };
  try {
    const tree = read();
    return { tree, leaves };
  } finally {
    Object.defineProperty(TreeBuilder.prototype, 'leaf', own);
  }
}

describe('Python, after an edit', () => {
  const texts = [...HOSTILE, ...samples().map(({ text }) => text), registryText(5), builderText(3)];

  for (const depth of ['literals', 'outline'] as const)
    it(`is the same as read afresh, ${depth}`, () => {
      const edits = fc.array(change, { minLength: 1, maxLength: 5 });
      fc.assert(
        fc.property(fc.constantFrom(...texts), edits, (original, changes) => {
          let text = original;
          reader.readEdited(text, depth);
          for (const each of changes) {
            text = changed(text, each);
            assertFresh(reader.readEdited(text, depth), depth);
          }
        }),
        { numRuns: tries(3000) },
      );
    });

  it('leaves all but the entries around it as they are', () => {
    const before = registryText(1000);
    const at = before.indexOf('"xgboost"', before.length / 2);
    const broken = `${before.slice(0, at)}pandas"${before.slice(at + '"xgboost"'.length)}`;
    const text = `${before.slice(0, at)}"pandas"${before.slice(at + '"xgboost"'.length)}`;
    for (const steps of [[text], [broken, text], [text, broken, before]]) {
      for (const step of [before, ...steps.slice(0, -1)]) reader.readEdited(step, 'literals');
      // What is read beside it is never edited, and in nobody's way.
      reader.read(builderText(3), 'outline');
      const { tree, leaves } = leavesOf(() => reader.readEdited(steps.at(-1)!, 'literals'));
      assert.ok(leaves > 0 && leaves < 50, `${leaves} leaves were made`);
      assertFresh(tree, 'literals');
    }
  });

  it('takes nothing over from another text', () => {
    reader.readEdited(registryText(30), 'literals');
    assertFresh(reader.readEdited(builderText(3), 'literals'), 'literals');
  });

  it('is read in the buffers that are there, also in a registry of ten thousand rows', () => {
    const long = `x = 1  # ${'-'.repeat(2_200_000)}\n`;
    const builders = new Set<TreeBuilder>();
    const own = Object.getOwnPropertyDescriptor(TreeBuilder.prototype, 'clear')!;
    TreeBuilder.prototype.clear = function () {
      builders.add(this);
      (own.value as TreeBuilder['clear']).call(this);
    };
    try {
      for (const text of [long, `${long}y = 2\n`, long]) reader.readEdited(text, 'outline');
    } finally {
      Object.defineProperty(TreeBuilder.prototype, 'clear', own);
    }
    assert.equal(builders.size, 1);
  });
});

function assertFresh(tree: PythonTree, depth: PythonDepth): void {
  const found = copyOf(tree);
  // Without a difference to look at: for hundreds of nodes, that takes minutes.
  assert.ok(isDeepStrictEqual(found, copyOf(reader.read(tree.text, depth))), 'not as read afresh');
}
