import assert from 'node:assert/strict';
import type { LinkTarget } from '../../server/src/base/symlink-target';
import type { Fact } from '../../server/src/model/fact';
import { Links, type LinkEffect } from '../../server/src/pipeline/links';
import type { System } from '../../server/src/systems/system';

/** A system whose run time follows every link. */
const FOLLOWS = {
  name: 'follows',
  claims: (path: string) => path.endsWith('.toy'),
  read: () => undefined,
  followsLink: () => true,
} as unknown as System;

/** Links over files `real/a.toy` and `real/b.toy`, of which `texts` says what the disk holds. */
function over(texts: Readonly<Record<string, string>>): Links {
  const linkFact = { kind: 'link', name: '', file: {} } as Fact;
  return new Links({
    systems: [FOLLOWS],
    configurations: { get: () => undefined },
    files: { get: path => (path === 'link' ? { facts: [linkFact], openText: undefined } : undefined) },
    paths: {
      atOrBelow: folder => Object.keys(texts).filter(path => path.startsWith(`${folder}/`)),
      hasFile: path => path in texts,
    },
    readText: path => texts[path],
  });
}

const TO_REAL: LinkTarget = { target: 'real', isFolder: true };

/** Effects in short: what is done, at which path. */
function inShort(effects: Iterable<LinkEffect>): string[] {
  return Array.from(effects, effect => `${effect.kind} ${effect.path}`);
}

/** Links that have followed `link` to the folder `real`. */
function followed(texts: Readonly<Record<string, string>>): Links {
  const links = over(texts);
  inShort(links.setTarget('link', TO_REAL));
  links.markStale();
  inShort(links.refresh());
  return links;
}

describe('a link that the run time follows', () => {
  it('has each file behind it noted and read at its own path', () => {
    const links = over({ 'real/a.toy': 'x', 'real/b.toy': 'y', 'other/c.toy': 'z' });
    assert.deepEqual(inShort(links.setTarget('link', TO_REAL)), ['read link']);
    links.markStale();
    assert.deepEqual(inShort(links.refresh()), [
      'note link/a.toy',
      'read link/a.toy',
      'note link/b.toy',
      'read link/b.toy',
    ]);
    assert.deepEqual(inShort(links.refresh()), [], 'nothing is done twice');
  });

  it('passes a new text on, and what is gone', () => {
    const links = followed({ 'real/a.toy': 'x' });
    const [, read] = [...links.readThroughLinks('real/a.toy', { text: 'new', open: false })];
    assert.deepEqual(read?.kind === 'read' ? [read.path, read.text.text] : read, ['link/a.toy', 'new']);
    assert.deepEqual(inShort(links.forget('real/a.toy')), ['delete link/a.toy']);
    assert.deepEqual(inShort(links.readThroughLinks('other/c.toy', { text: '', open: false })), []);
  });

  it('takes what was read through it with it', () => {
    const links = followed({ 'real/a.toy': 'x' });
    assert.deepEqual(inShort(links.setTarget('link', undefined)), ['forget contents link']);
    links.markStale();
    assert.deepEqual(inShort(links.refresh()), ['note link/a.toy', 'forget contents link/a.toy']);
  });

  it('is not followed by way of another link, so that circles end', () => {
    const links = followed({ 'real/a.toy': 'x', 'link/a.toy': 'x' });
    assert.deepEqual(inShort(links.readThroughLinks('link/a.toy', { text: 'x', open: false })), []);
  });
});
