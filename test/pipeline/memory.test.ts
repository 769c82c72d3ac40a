import assert from 'node:assert/strict';
import type { Key, Lookup } from '../../server/src/model/lookup';
import { linesWorkspace } from '../support/lines-system';

const LINE = 'line:a' as Key;

/** A workspace with the line `a` in one file, and how often the answer about it was computed. */
function counted() {
  const workspace = linesWorkspace();
  const write = (path: string, text: string | undefined): void =>
    workspace.apply(new Map([[path, text === undefined ? undefined : { text, open: false }]]));
  write('one.toy', 'a\nb\n');
  let computed = 0;
  const filesWithA = (lookup: Lookup): readonly string[] =>
    lookup.remember('files with:a', inner => {
      computed++;
      return inner.providers(LINE).map(({ file }) => file.path);
    });
  const ask = () => filesWithA(workspace.lookup);
  return { workspace, write, filesWithA, ask, computed: () => computed };
}

describe('what a question remembers', () => {
  it('is computed once, however often it is asked', () => {
    const { ask, computed } = counted();
    assert.deepEqual([ask(), ask(), ask()], [['one.toy'], ['one.toy'], ['one.toy']]);
    assert.equal(computed(), 1);
  });

  it('is computed again when what it looked up has changed, and not when anything else has', () => {
    const { write, ask, computed } = counted();
    ask();
    write('one.toy', 'a\nc\n');
    assert.deepEqual(ask(), ['one.toy']);
    assert.equal(computed(), 1);
    write('two.toy', 'a\n');
    assert.deepEqual(ask(), ['one.toy', 'two.toy']);
    assert.equal(computed(), 2);
    write('one.toy', undefined);
    assert.deepEqual(ask(), ['two.toy']);
  });

  it('is forgotten together with what was made of it', () => {
    const { workspace, write, filesWithA } = counted();
    const count = () => workspace.lookup.remember('number of files with:a', inner => filesWithA(inner).length);
    assert.equal(count(), 1);
    write('two.toy', 'a\n');
    assert.equal(count(), 2);
  });

  it('is asked for again after a failure, which is nobody else to hear of', () => {
    const { workspace } = counted();
    const fail = () =>
      workspace.lookup.remember('fails:a', () => {
        throw new Error('no answer');
      });
    assert.throws(fail, /no answer/);
    assert.equal(
      workspace.lookup.remember('fails:a', () => 'an answer'),
      'an answer',
    );
  });
});
