import assert from 'node:assert/strict';
import { undecodable } from '../../../server/src/syntax/python/undecodable';

/** What is marked, or nothing where CPython takes the text. A byte 0xe9 that is no UTF-8 is `\udce9`. */
function check(text: string, expected?: string): void {
  const [first] = undecodable(text);
  assert.equal(first === undefined ? undefined : text.slice(first.span.start, first.span.end), expected, text);
}

describe('the encoding of a Python text', () => {
  it('may not have bytes that are no UTF-8, but in comments', () => {
    check('# caf\udce9\nx = 1  # \udce9\n');
    check('if x:\n    # \udce9\n    pass\n');
    check('x = "caf\udce9"\n', '\udce9');
    check('"""caf\n\udce9"""\n', '\udce9');
    check("x = '# \udce9'\n", '\udce9');
    check('x = "\\"" # \udce9\n');
    check('caf\udce9 = 1\n', '\udce9');
    check('x = "😀"  # é\n');
  });

  it('has no null bytes, comments included', () => check('# \0\nx = 1\n', '\0'));

  it('is one that Python knows and that is written in ASCII', () => {
    check('# coding: latin-1\n');
    check('# coding: utf8\n');
    check('# coding: ISO_8859-15\n');
    check('# coding: nope-8\n', 'nope-8');
    check('# -*- coding: rot13 -*-\n', 'rot13');
    check('# coding: utf-16\n', 'utf-16');
    check('#!/usr/bin/env python\n# vim: set fileencoding=nope :\n', 'nope');
  });

  it('is declared in a comment of the first two lines, the second only after a comment', () => {
    check('x = 1\n# coding: nope\n');
    check('\\\n# coding: nope\n');
    check('#\n#\n# coding: nope\n');
    check('"# coding: nope"\n');
    check('# coding : nope\n');
    check('# Coding: nope\n');
    check('\f # coding: nope\n', 'nope');
    check('#\r\n# coding: nope\n', 'nope');
    check('# coding: latin-1\n# coding: nope\n');
  });
});
