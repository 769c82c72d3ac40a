import assert from 'node:assert/strict';
import type { SourceFile } from '../../server/src/model/fact';
import type { Finding } from '../../server/src/model/finding';
import { compareFindings } from '../../server/src/pipeline/finding-comparison';
import { Paths } from '../../server/src/pipeline/paths';

/** More than a call takes as arguments. */
const MANY = 300_000;

describe('very many', () => {
  it('files of one folder are found below it', () => {
    const paths = new Paths();
    for (let i = 0; i < MANY; i++) paths.add(`data/${i}`);
    assert.equal(paths.atOrBelow('data').length, MANY);
  });

  it('findings of one file may go at once, and those that stay keep their identity', () => {
    const file: SourceFile = { path: 'a.py', facts: [], headers: [], problems: [], incomplete: false };
    const before = Array.from({ length: MANY }, (_, i) => finding(file, i));
    const { now, changed } = compareFindings(before, [finding(file, 0), finding(file, MANY)]);
    assert.equal(now[0], before[0]);
    assert.equal(changed.length, MANY);
  });
});

function finding(file: SourceFile, start: number): Finding {
  return {
    code: 'a/b',
    severity: 'info',
    key: 'file:a.py',
    message: 'too much',
    at: { file, span: { start, end: start + 1 } },
  };
}
