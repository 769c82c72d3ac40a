import assert from 'node:assert/strict';
import { cut, pad, widthOf, wrap } from '../../server/src/base/terminal-columns';
import { visible } from '../../server/src/base/escape-invisible';

describe('columns', () => {
  it('counts what a terminal shows', () => {
    assert.equal(widthOf('step'), 4);
    assert.equal(widthOf('e\u0301té'), 3);
    assert.equal(widthOf('学習'), 4);
    assert.equal(widthOf('🚀x'), 3);
  });

  it('pads and cuts by columns', () => {
    assert.equal(pad('学', 4), '学  ');
    assert.equal(pad('long', 2), 'long');
    assert.equal(cut('a long text', 7), 'a long…');
    assert.equal(cut('学習学習', 5), '学習…');
    assert.equal(cut('short', 5), 'short');
  });

  it('wraps at spaces and lets long words be', () => {
    assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrap('a_very_long_name is', 5), ['a_very_long_name', 'is']);
    assert.deepEqual(wrap('one two', Infinity), ['one two']);
    assert.deepEqual(wrap('', 10), ['']);
  });
});

describe('visible', () => {
  it('spells out what cannot be seen or would be obeyed', () => {
    assert.equal(visible('a\tb\n\u001b[31m\u0000'), 'a\\tb\\n\\u001b[31m\\u0000');
    assert.equal(visible('\u202e\u200b\u2028\u{e0041}\ud800'), '\\u202e\\u200b\\u2028\\u{e0041}\\ud800');
  });

  it('leaves letters of all languages and emoji alone', () => {
    for (const text of ['Größe', '学習', 'e\u0301', '🚀', "it's"]) assert.equal(visible(text), text);
  });
});
