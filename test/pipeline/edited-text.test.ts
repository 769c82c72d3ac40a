import assert from 'node:assert/strict';
import type { Fact } from '../../server/src/model/fact';
import { SYSTEMS } from '../../server/src/systems/index';
import { Workspace } from '../../server/src/workspace';

const PATH = 'helpers/names.py';

const HELPER = `from lib import (
    first,
    second,
)
import os

SETTINGS = {
    "a": 1,
    # more
    "b": 2,
}


class Base:
    kind = "base"
    late = "late"
LAST = 1
`;

/** What an editor makes of `HELPER`. */
const EDITS: Readonly<Record<string, (text: string) => string>> = {
  'a value of an indented line': text => text.replace('"a": 1', '"a": 10'),
  'a name that an import brings, in a line of its own': text => text.replace('second', 'third'),
  'a new constant behind an indented line': text => text.replace('2,\n}', '2,\n}\nLIMIT = 3'),
  'an indented line that comes to stand in the first column': text => text.replace('    late', 'late'),
  'a statement that comes to be indented': text => text.replace('LAST', '    LAST'),
  'the end of an indented line, so that the next one joins it': text => text.replace('    "b": 2,\n}', '    "b": 2,}'),
  'all of it': () => 'X = 1\n',
};

describe('The text that an editor shows', () => {
  for (const [what, change] of Object.entries(EDITS))
    it(`says the same after an edit as read afresh: ${what}`, () => {
      const after = change(HELPER);
      assert.notEqual(after, HELPER);
      const [edited, back] = [opened(HELPER), opened(after)];
      edited.apply(new Map([[PATH, { text: after, open: true, unsaved: true }]]));
      back.apply(new Map([[PATH, { text: HELPER, open: true, unsaved: true }]]));
      assert.deepEqual(factsOf(edited), factsOf(opened(after)));
      assert.deepEqual(factsOf(back), factsOf(opened(HELPER)));
    });
});

function opened(text: string): Workspace {
  const workspace = new Workspace({ systems: SYSTEMS });
  workspace.apply(new Map([[PATH, { text, open: true }]]));
  return workspace;
}

function factsOf(workspace: Workspace): readonly Omit<Fact, 'file'>[] {
  const facts = workspace.file(PATH)?.facts ?? [];
  assert.ok(facts.length > 0);
  return facts.map(({ file, ...rest }) => ({ ...rest, file: file.path }));
}
