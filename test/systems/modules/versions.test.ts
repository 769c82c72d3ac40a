import assert from 'node:assert/strict';
import { malformedPart, satisfies } from '../../../server/src/systems/modules/versions';

/** As `matches_version_hint` of apcore answers (formats 2.7); `refused` where it raises VersionConstraintError. */
function check(version: string, constraint: string, expected: boolean | 'refused'): void {
  const answer = malformedPart(constraint) === undefined ? satisfies(version, constraint) : 'refused';
  assert.equal(answer, expected, `${version} ${constraint}`);
}

describe('constraints on versions', () => {
  it('hold as far as they are written', () => {
    check('1.2.3', '1', true);
    check('1.2.3', '1.2', true);
    check('1.2.3', '1.2.4', false);
    check('1.2.3', '1.2.', false);
    check('1.2.3', '1.x', false);
    check('1.0.3', '1.x', true);
  });

  it('with a caret let the first number that is not zero stand', () => {
    check('1.9.0', '^1.2', true);
    check('0.1.0', '^0', false);
    check('0.0.0', '^0', true);
    check('0.2.9', '^0.2', true);
  });

  it('with a tilde count the parts that the dots make', () => {
    check('1.9.0', '~1', true);
    check('1.2.3', '~1.', false);
    check('1.2.9', '~1.2.3', true);
  });

  it('take a version that begins with no number for 0.0.0', () => {
    check('latest', '>=1.0', false);
    check('latest', '<1.0', true);
  });

  it('are refused where a part is empty or begins with no digit', () => {
    check('1.0', '>=1,', 'refused');
    check('1.0', ' ', 'refused');
    check('1.0', '>= 1', 'refused');
  });

  it('take the digits of all scripts, of any length', () => {
    check('1.2.3', '>=１', true);
    check('99999999999999999999.0.0', '<2', false);
  });
});
