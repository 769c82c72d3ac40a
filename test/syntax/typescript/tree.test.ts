import assert from 'node:assert/strict';
import { literalOf, readScript, type Node } from '../../../server/src/syntax/typescript/tree';

/** The value of `const x = …`. */
function valueOf(text: string): unknown {
  const tree = readScript(`const x = ${text};`);
  assert.ok(tree !== undefined);
  const node: Node | null | undefined = tree.root.firstChild?.getChild('Equals')?.nextSibling;
  assert.ok(node);
  return literalOf(tree, node);
}

describe('literals of TypeScript', () => {
  const cases: readonly (readonly [text: string, value: unknown])[] = [
    [`'it\\'s\\n\\x41\\u{1F600}'`, "it's\nA\u{1F600}"],
    ['`plain`', 'plain'],
    ['`a ${b}`', { unknown: '`a ${b}`' }],
    ['1_000', 1000],
    ['-2.5', -2.5],
    ['0x10', 16],
    ['true', true],
    ['null', null],
    ['undefined', null],
    ["['a', 1] as const", ['a', 1]],
    [
      "({ a: 1, 'b-c': [null] } satisfies X)",
      new Map<string, unknown>([
        ['a', 1],
        ['b-c', [null]],
      ]),
    ],
    ['{ __proto__: 1 }', new Map([['__proto__', 1]])],
    ['{ ...other }', { unknown: '{ ...other }' }],
    ['call()', { unknown: 'call()' }],
  ];
  for (const [text, value] of cases) it(text, () => assert.deepEqual(valueOf(text), value));
});

describe('texts that are none', () => {
  it('are not read, or read with their damage, and nothing is thrown', () => {
    for (const part of ['({', '(', '`${', '/*', '"', '-', '\\', 'yield ', 'class A {', '<a', '\ud800', '\0']) {
      const tree = readScript(part.repeat(2000));
      assert.ok(tree === undefined || tree.damage !== undefined || /[-y]/.test(part), part);
    }
    assert.equal(readScript(' '.repeat(60_000)), undefined);
    assert.equal(readScript('const a = 1; const')?.damage, 18);
  });
});
