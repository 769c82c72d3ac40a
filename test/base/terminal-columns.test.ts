import assert from 'node:assert/strict';
import { truncateToWidth, padToWidth, widthOf, wrapToWidth } from '../../server/src/base/terminal-columns';
import { escapeInvisible } from '../../server/src/base/message-text';

describe('columns', () => {
  it('counts what a terminal shows', () => {
    assert.equal(widthOf('step'), 4);
    assert.equal(widthOf('e\u0301té'), 3);
    assert.equal(widthOf('学習'), 4);
    assert.equal(widthOf('🚀x'), 3);
  });

  it('pads and cuts by columns', () => {
    assert.equal(padToWidth('学', 4), '学  ');
    assert.equal(padToWidth('long', 2), 'long');
    assert.equal(truncateToWidth('a long text', 7), 'a long…');
    assert.equal(truncateToWidth('学習学習', 5), '学習…');
    assert.equal(truncateToWidth('short', 5), 'short');
  });

  it('wraps at spaces and lets long words be', () => {
    assert.deepEqual(wrapToWidth('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrapToWidth('a_very_long_name is', 5), ['a_very_long_name', 'is']);
    assert.deepEqual(wrapToWidth('one two', Infinity), ['one two']);
    assert.deepEqual(wrapToWidth('', 10), ['']);
  });
});

describe('visible', () => {
  it('spells out what cannot be seen or would be obeyed', () => {
    assert.equal(escapeInvisible('a\tb\n\u001b[31m\u0000'), 'a\\tb\\n\\u001b[31m\\u0000');
    assert.equal(escapeInvisible('\u202e\u200b\u2028\u{e0041}\ud800'), '\\u202e\\u200b\\u2028\\u{e0041}\\ud800');
  });

  it('leaves letters of all languages and emoji alone', () => {
    for (const text of ['Größe', '学習', 'e\u0301', '🚀', "it's"]) assert.equal(escapeInvisible(text), text);
  });
});
