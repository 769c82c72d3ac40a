import assert from 'node:assert/strict';
import { readPattern } from '../../../../server/src/syntax/python/evaluate/regular-expressions';

/** What CPython 3.11's `re.compile` says of each. */
describe('the text of a regular expression', () => {
  it('is taken', () => {
    for (const pattern of [
      '(a)',
      '(?i)^\\d{4}-(?P<m>[^\\]]+?)$',
      '[]a-]',
      'a{}',
      'a{,3}',
      '(|a)',
      '(?:a|b)++',
      '\\-',
      '()*',
    ])
      assert.equal(readPattern(pattern, false), 'taken', pattern);
  });

  it('is refused', () => {
    for (const pattern of [
      '(',
      ')',
      '*',
      '^*',
      'a**',
      '[',
      '[z-a]',
      '[\\d-z]',
      'a{2,1}',
      '\\q',
      '\\',
      '\\1',
      '(\\1)',
      'a(?i)',
      '(?P<1>a)',
      '(?P<a>b)(?P<a>c)',
    ])
      assert.equal(typeof readPattern(pattern, false), 'object', pattern);
  });

  it('cannot be told where its parts are not gone into', () => {
    for (const pattern of ['(?<=a+)b', '(?P=x)', '\\N{DASH}'])
      assert.equal(readPattern(pattern, false), 'unclear', pattern);
  });

  it('has comments where white space is nothing', () => {
    assert.equal(readPattern('a # (\n b', true), 'taken');
    assert.equal(typeof readPattern('a # (\n b', false), 'object');
  });

  it('may state its flags behind comments alone, in which a backslash hides the end', () => {
    for (const pattern of ['(?i)(?s)a', '(?#x)(?i)a', '(?#\\))a'])
      assert.equal(readPattern(pattern, false), 'taken', pattern);
    for (const pattern of ['a|(?i)b', '((?i)b)', '(?#\\)'])
      assert.equal(typeof readPattern(pattern, false), 'object', pattern);
    assert.equal(readPattern('a # \\\n (\n b', true), 'taken');
    assert.equal(typeof readPattern('a # \\', true), 'object');
  });

  it('is not followed into groups without end', () => {
    assert.equal(readPattern('('.repeat(100_000), false), 'unclear');
  });
});
