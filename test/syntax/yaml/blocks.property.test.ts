import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readBlocks } from '../../../server/src/syntax/yaml/blocks';
import { readAnyYaml, readYaml } from '../../../server/src/syntax/yaml/reader';
import { tries } from '../../support/seed';
import '../../support/seed';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** All YAML of the repository itself. */
const FILES = ['examples', 'test/corpus', 'schemas', 'docs'].flatMap(folder =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ya?ml$|\.onextree$/.test(file))
    .map(file => fs.readFileSync(path.join(ROOT, folder, file), 'utf8')),
);

/** Returns whether the text was read without the library. */
function check(text: string): boolean {
  if (readBlocks(text) === undefined) return false;
  assert.deepEqual(readYaml(text), readAnyYaml(text), JSON.stringify(text));
  return true;
}

const USUAL = [
  'a',
  'some text',
  'v1_0_0',
  '1.0.0',
  '1',
  'true',
  'off',
  'null',
  '~',
  '2024-01-01',
  '"quoted"',
  "'b'",
  '[]',
  '{}',
  'é',
];
const ODD = [
  ...[
    '1.5',
    '0x1f',
    '012',
    '-1',
    '-',
    '1e3',
    '"a # b"',
    "'it''s'",
    '"\\n"',
    '""',
    "''",
    '[a]',
    '{a: b}',
    'a: b',
    'a:',
    'a#b',
    'a #b',
  ],
  ...[
    ':a',
    '&a x',
    '*a',
    '!t x',
    '|',
    '>',
    '@x',
    '%x',
    '"open',
    '日本',
    '\t',
    '<<',
    '---',
    '...',
    '? a',
    'x  ',
    '.5',
    '>=1.0',
    '=',
    '(a)',
  ],
];
const ODD_KEYS = ['a b', '1', 'true', '<<', 'x.y', '"a" ', '_', 'on', '?', '"q"', "'s'", ''];

/** A line of a text, mostly one that goes with the others; the number tells keys apart. */
const line = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
    dash: fc.constantFrom('', '', '- ', '-  ', '- - '),
    key: fc.oneof({ weight: 9, arbitrary: fc.nat(99).map(i => `k${i}`) }, fc.constantFrom(...ODD_KEYS)),
    value: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...USUAL) },
      { weight: 3, arbitrary: fc.constant('') },
      fc.constantFrom(...ODD),
    ),
    form: fc.nat(14),
  })
  .map(({ indent, dash, key, value, form }) => {
    const head = '  '.repeat(indent) + dash;
    if (form === 0) return `${head}${value}`;
    if (form === 1) return `${head}# a comment`;
    if (form === 2) return '';
    if (form === 3) return ` ${head}${key}:`;
    return `${head}${key}:${value === '' ? '' : ` ${value}`}${form === 4 ? ' # why' : ''}`;
  });

describe('plain blocks of YAML', () => {
  it('are read as the library reads them in all files of this repository, most of them', () => {
    const read = FILES.filter(check);
    assert.ok(read.length > FILES.length / 2, `${read.length} of ${FILES.length}`);
  });

  it('are read as the library reads them after any edit of such a file', () => {
    const edit = fc.tuple(
      fc.constantFrom(...FILES),
      fc.nat(),
      fc.nat(12),
      fc.constantFrom('', ' ', '  ', '\n', ':', ': ', '- ', '#', ' #', '"', "'", ',', '[', '{', 'x', '\n  ', '-'),
    );
    fc.assert(
      fc.property(edit, ([text, at, removed, added]) => {
        const start = at % (text.length + 1);
        check(text.slice(0, start) + added + text.slice(start + removed));
      }),
      { numRuns: tries(1500) },
    );
  });

  it('are read as the library reads them, whatever they are put together from', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('', '\n'), (lines, end) => {
        if (check(lines.join('\n') + end)) read++;
      }),
      { numRuns: tries(6000) },
    );
    assert.ok(read > tries(300), `${read}`);
  });
});
