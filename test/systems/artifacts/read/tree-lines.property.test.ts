import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Part } from '../../../../server/src/model/fact';
import type { TreeChild } from '../../../../server/src/systems/artifacts/facts';
import { readTreeLines } from '../../../../server/src/systems/artifacts/read/tree-lines';
import { workspaceOfFiles } from '../../../support/fixture';
import { tries } from '../../../support/seed';

const TREE = `name: onex
type: directory
children:
- name: nodes
  type: directory
  children:
    - type: directory
      name: stamper
      children:
      - name: node.py
        type: file
      mtime: 2025
    - name: empty
      type: directory
      children: []
- name: README.md
  type: file
  size: 12
  children: null
`;

/** What YAML may take for something else than the text that it looks like. */
const WORDS = [
  '1',
  '1.0',
  'true',
  'No',
  'null',
  '~',
  '"a b"',
  "'x'",
  "'it''s'",
  '"a/b"',
  'a/b',
  'a: b',
  'a #c',
  '.nan',
];
const MORE = [
  '0x1f',
  '1e3',
  '2024-01-01',
  '*x',
  '&x y',
  '!t z',
  'é',
  '-',
  '""',
  '[]',
  '1_000',
  '12:30',
  '.5',
  '+1',
  '-x',
];

const anyChange = fc.oneof(
  fc.record({ do: fc.constant('drop' as const), line: fc.nat(30) }),
  fc.record({ do: fc.constant('repeat' as const), line: fc.nat(30) }),
  fc.record({ do: fc.constant('indent' as const), line: fc.nat(30), by: fc.constantFrom(-2, -1, 1, 2) }),
  fc.record({ do: fc.constant('value' as const), line: fc.nat(30), word: fc.constantFrom(...WORDS, ...MORE) }),
  fc.record({
    do: fc.constant('insert' as const),
    line: fc.nat(30),
    text: fc.constantFrom('# a', '', '---', '...', '  x'),
  }),
);

type AnyChange = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, change: AnyChange): string {
  const lines = text.split('\n');
  const at = change.line % lines.length;
  const line = lines[at]!;
  if (change.do === 'drop') lines.splice(at, 1);
  else if (change.do === 'repeat') lines.splice(at, 0, line);
  else if (change.do === 'insert') lines.splice(at, 0, change.text);
  else if (change.do === 'value') lines[at] = line.replace(/: .*|:$/, `: ${change.word}`);
  else lines[at] = change.by > 0 ? ' '.repeat(change.by) + line : line.replace(new RegExp(`^ {${-change.by}}`), '');
  return lines.join('\n');
}

/** Everything that is known of a tree, with places. */
function known(text: string): unknown {
  const workspace = workspaceOfFiles(new Map([['.onextree', text]]));
  const { facts } = workspace.file('.onextree')!;
  return facts
    .filter(({ kind }) => kind === 'tree' || kind === 'tree-folder')
    .map(fact => {
      const { kind, name } = fact;
      const children = 'children' in fact ? (fact.children as readonly TreeChild[]) : [];
      const parts: number[] = kind === 'tree' ? [Part.name] : [Part.name, Part.whole];
      for (let i = 0; i <= children.length && kind !== 'tree'; i++) parts.push(Part.fieldName(i), Part.fieldValue(i));
      return { kind, name, children, spans: parts.map(part => workspace.span({ fact, part })) };
    });
}

describe('a tree that stands line by line', () => {
  it('is read as the YAML reader reads it, or left to it', () => {
    assert.ok(readTreeLines(TREE));
    let read = 0;
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 3 }), changes => {
        const text = changes.reduce(changed, TREE);
        if (readTreeLines(text) === undefined) return;
        read++;
        // A comment that may be a suppression makes it the YAML reader's.
        const other = `${text}\n# registry:\n`;
        assert.equal(readTreeLines(other), undefined);
        assert.deepEqual(known(text), known(other));
        assert.deepEqual(
          workspaceOfFiles(new Map([['.onextree', other]])).file('.onextree')!.problems,
          [],
          'nothing is wrong with it',
        );
      }),
      { numRuns: tries(3000) },
    );
    assert.ok(read > tries(300), `${read} were read`);
  });
});
