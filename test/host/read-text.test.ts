import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decode } from '../../server/src/host/decode';
import type { Reading } from '../../server/src/host/file-source';
import { readText, readTextLater } from '../../server/src/host/read-text';
import { makeTree, type Content } from '../support/disk';

/** Reads one file both ways, which must agree. */
async function read(content: Content, limit?: number): Promise<Reading> {
  const at = path.join(makeTree({ f: content }), 'f');
  const reading = readText(at, limit);
  assert.deepEqual(await readTextLater(at, limit), reading);
  return reading;
}

async function checkRefused(content: Content, message: RegExp, limit?: number): Promise<void> {
  const reading = await read(content, limit);
  assert.equal(reading?.text, '');
  assert.match(reading.unreadable?.message ?? '', message);
}

describe('reading a file', () => {
  it('gives texts of any kind, without their byte order mark', async () => {
    for (const text of ['', 'a = 1\r\n', 'é€😀\0']) assert.deepEqual(await read(text), { text });
    assert.deepEqual(await read('\uFEFFé'), { text: 'é' });
    assert.deepEqual(await read('\uFEFFa'), { text: 'a' });
    // A reader of YAML takes one of them off, as PyYAML does: the other is part of the first key.
    assert.deepEqual(await read('\uFEFF\uFEFFa'), { text: '\uFEFF\uFEFFa' });
  });

  it('gives nothing for a file that is gone', async () => {
    const at = path.join(makeTree({ a: '' }), 'b');
    assert.equal(readText(at), undefined);
    assert.equal(readText(path.join(at, 'c')), undefined);
    assert.equal(await readTextLater(at), undefined);
  });

  it('reads nothing but files', async function () {
    await checkRefused({ folder: true }, /a folder/);
    if (process.platform === 'win32') this.skip();
    await checkRefused({ pipe: true }, /a named pipe/);
    await checkRefused({ link: '/etc/hosts' }, /link/);
    assert.match(readText('/dev/zero')?.unreadable?.message ?? '', /a device/);
  });

  it('refuses files beyond the limit, before reading them', async () => {
    assert.deepEqual(await read('x'.repeat(100), 100), { text: 'x'.repeat(100) });
    await checkRefused('x'.repeat(101), /too large/, 100);
    const at = path.join(makeTree({ f: '' }), 'f');
    fs.truncateSync(at, 200 * 1024 * 1024);
    assert.match(readText(at)?.unreadable?.message ?? '', /too large to read \(200 MB; the limit is 20 MB\)/);
  });

  it('says that it may not read', function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    const at = path.join(makeTree({ f: 'x' }), 'f');
    fs.chmodSync(at, 0);
    assert.match(readText(at)?.unreadable?.message ?? '', /permission denied/);
  });
});

describe('decoding', () => {
  const REGISTRY = 'registry.yaml';
  const MODULE = 'registry.py';
  const latin = (path: string, text: string): ReturnType<typeof decode> => decode(path, Buffer.from(text, 'latin1'));

  it('finds the first byte that is not UTF-8, and keeps it apart from all others', () => {
    const bytes = Buffer.concat([Buffer.from('é\n😀 x'), Buffer.from([0xe9]), Buffer.from(' y\n')]);
    const { text, unreadable } = decode(REGISTRY, bytes);
    assert.match(unreadable?.message ?? '', /byte 0xe9 at offset 9, in line 2/);
    assert.deepEqual([unreadable?.offset, unreadable?.isRefused], [6, true]);
    assert.equal(text, 'é\n😀 x\udce9 y\n');
  });

  it('agrees with a plain decoder on where the trouble begins', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const good = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const alphabet = [
      0x41, 0x0a, 0x80, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xff, 0xc0, 0xed, 0xa0, 0xf4, 0x90,
    ];
    let seed = 1;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let run = 0; run < 5000; run++) {
      const bytes = Buffer.from(Array.from({ length: 1 + next(12) }, () => alphabet[next(alphabet.length)]!));
      const { text, unreadable } = decode(REGISTRY, bytes);
      assert.equal(unreadable === undefined, good(bytes) !== undefined, bytes.toString('hex'));
      // The trouble begins after the longest good prefix.
      let longest = bytes.length;
      while (good(bytes.subarray(0, longest)) === undefined) longest--;
      if (unreadable !== undefined) assert.equal(text.slice(0, unreadable.offset), good(bytes.subarray(0, longest)));
    }
  });

  it('tells UTF-16', () => {
    for (const path of [REGISTRY, MODULE]) {
      const { text, unreadable } = decode(path, Buffer.from('\uFEFFa = "é"', 'utf16le'));
      assert.equal(text, 'a = "é"');
      assert.match(unreadable?.message ?? '', /UTF-16/);
      assert.match(decode(path, Buffer.from('a = 1', 'utf16le')).unreadable?.message ?? '', /UTF-16/);
    }
  });

  it('reads the encoding that a Python text declares in a comment of its first two lines, and of no other file', () => {
    assert.deepEqual(latin(MODULE, '# -*- coding: latin-1 -*-\né'), { text: '# -*- coding: latin-1 -*-\né' });
    assert.deepEqual(latin(MODULE, '#!/usr/bin/python\n# vim: set fileencoding=iso8859_15 :\n¤').text.at(-1), '€');
    assert.deepEqual(latin(MODULE, '# coding: cp1252\n\x93\xe9\x94').text.slice(-3), '“é”');
    assert.deepEqual(latin(MODULE, 'x\n# coding: latin-1\né').text.at(-1), '\udce9');
    assert.deepEqual(latin(REGISTRY, '# coding: latin-1\né').text.at(-1), '\udce9');
  });

  it('says that a text is not in the encoding that it declares', () => {
    const isRefused = (text: string) => latin(MODULE, text).unreadable?.isRefused;
    assert.equal(isRefused('# coding: ascii\n# é'), true);
    assert.equal(isRefused('# coding: utf8\n# é'), true);
    assert.equal(isRefused('# coding: cp1252\n# \x81'), true);
    assert.equal(isRefused('\xef\xbb\xbf# coding: cp1252\n'), true);
    assert.equal(isRefused('\xef\xbb\xbf# coding: utf-8\n'), undefined);
  });

  it('reads the ASCII of an encoding whose other letters it does not know', () => {
    assert.deepEqual(latin(MODULE, '# coding: cp437\nx = "\x82"\n'), { text: '# coding: cp437\nx = "\uFFFD"\n' });
    assert.deepEqual(latin(MODULE, '# coding: raw_unicode_escape\n# é'), { text: '# coding: raw_unicode_escape\n# é' });
  });

  it('cannot tell what is in an encoding that it does not know, unless it is all ASCII', () => {
    assert.deepEqual(latin(MODULE, '# coding: big5hkscs\nx = 1\n'), { text: '# coding: big5hkscs\nx = 1\n' });
    const { text, unreadable } = latin(MODULE, '# coding: big5hkscs\nx = "\x88\x62"\n');
    assert.deepEqual([text, unreadable?.isRefused], ['', undefined]);
    assert.match(unreadable?.message ?? '', /'big5hkscs' of this file is not read here/);
  });

  it('refuses a second byte order mark in a Python text', () => {
    const mark = '\xef\xbb\xbf';
    assert.deepEqual(latin(MODULE, `${mark}x = 1\n`), { text: 'x = 1\n' });
    assert.equal(latin(MODULE, `${mark}${mark}x = 1\n`).unreadable?.isRefused, true);
  });
});
