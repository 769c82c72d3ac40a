import assert from 'node:assert/strict';
import { truncateName } from '../../server/src/base/message-text';

describe('shown', () => {
  it('leaves an ordinary name alone', () => assert.equal(truncateName('Café_😀-1'), 'Café_😀-1'));

  it('escapes what would break a line or turn the text around', () =>
    assert.equal(truncateName('a\nb\t\u202e\u0000\ud800'), 'a\\nb\\t\\u202e\\u0000\\ud800'));

  it('shortens without splitting a pair', () => {
    assert.equal(truncateName('x'.repeat(81)), `${'x'.repeat(80)}…`);
    assert.equal(truncateName(`${'x'.repeat(79)}😀😀`), `${'x'.repeat(79)}…`);
  });
});
