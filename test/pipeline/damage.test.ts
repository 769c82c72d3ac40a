import assert from 'node:assert/strict';
import { Workspace } from '../../server/src/workspace';
import { ALICE } from '../cli/repository';

const FAILS = 'base = nowhere\n';
const ROWS = 'LOCAL_STEPS = {\n    "Copying": {"builder_step_name": "CopyingStepBuilder"},\n}\n';

/** The texts that load errors are shown at while an editor shows one text after the other. */
function loadErrorsIn(...texts: readonly string[]): string[] {
  const workspace = new Workspace();
  for (const text of texts) workspace.apply(new Map([[ALICE, { text, open: true }]]));
  return workspace
    .findings(ALICE)
    .filter(({ code }) => code === 'registry/load-error')
    .map(({ span }) => texts.at(-1)!.slice(span.start, span.end));
}

describe('a text that is damaged while it is typed', () => {
  it('keeps an error of what it last said where that still stands', () => {
    assert.deepEqual(loadErrorsIn(FAILS + ROWS), ['nowhere']);
    assert.deepEqual(loadErrorsIn(FAILS + ROWS, `${FAILS}${ROWS}x = "`), ['nowhere']);
    assert.deepEqual(loadErrorsIn(FAILS + ROWS, `x = {\n${FAILS}${ROWS}`), ['nowhere']);
  });

  it('does not show it elsewhere once that is gone', () => {
    assert.deepEqual(loadErrorsIn(FAILS + ROWS, `${ROWS}x = "`), []);
    assert.deepEqual(loadErrorsIn(FAILS + ROWS, `<<<<<<< ours\n${ROWS}`), []);
  });
});
