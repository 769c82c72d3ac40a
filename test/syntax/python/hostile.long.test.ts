import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { growthOf } from '../../support/growth';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { tries } from '../../support/seed';

const reader = new PythonReader();

const NAME = 'N'.repeat(7);

/** Texts of about `size` characters, made to make a reader look at the same place again and again. */
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'open brackets': size => '('.repeat(size),
  'open brackets of all kinds': size => '([{'.repeat(size / 3),
  'closing brackets': size => ')]}'.repeat(size / 3),
  'brackets that cross': size => '([)]'.repeat(size / 4),
  'open dicts': size => `${NAME} = {"k": {\n`.repeat(size / 14),
  'single quotes': size => `"\n`.repeat(size / 2),
  'triple quotes': size => `"""\n`.repeat(size / 4),
  'f-strings in f-strings': size => `f"{`.repeat(size / 3),
  'fields never closed': size => `f'{a!r:{b}`.repeat(size / 10),
  backslashes: size => '\\\n'.repeat(size / 2),
  'backslashes in a string': size => `x = "${'\\'.repeat(size)}`,
  'strings side by side': size => `x = ${'"a" '.repeat(size / 4)}`,
  dots: size => `x${'.y'.repeat(size / 2)}`,
  'one long name': size => 'é'.repeat(size),
  digits: size => `x = ${'1_'.repeat(size / 2)}`,
  'steps down': size => {
    const depth = Math.floor(Math.sqrt(2 * size));
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}if x:\n`).join('');
  },
  'odd indents': size => Array.from({ length: size / 20 }, (_, i) => `${' '.repeat((i * 7) % 31)}x\n`).join(''),
  'merge markers': size => '<<<<<<< a\n=======\n'.repeat(size / 18),
  lambdas: size => 'lambda: '.repeat(size / 8),
  'not not': size => `x = ${'not '.repeat(size / 4)}`,
  'minus minus': size => `x = ${'-'.repeat(size)}`,
  decorators: size => '@a\n'.repeat(size / 3),
  targets: size => 'a = '.repeat(size / 4),
  'commas and stars': size => `f(${'*,'.repeat(size / 2)}`,
  'colons in a dict': size => `x = {${':'.repeat(size)}`,
  semicolons: size => ';'.repeat(size),
  tabs: size => '\t x\n'.repeat(size / 4),
  comments: size => '# registry:'.repeat(size / 11),
  'lines of comments': size => '# registry: ignore[x]\n'.repeat(size / 22),
  'half-typed statements': size => 'def f(\nclass A(\nimport \nfrom x import (\n'.repeat(size / 42),
  'lone surrogates': size => '\ud800'.repeat(size),
  zeros: size => '\0'.repeat(size),
};

/** Eight times the text: 64 times the time were it quadratic. */
const MOST = 24;

describe('Hostile Python', () => {
  for (const [what, make] of Object.entries(HOSTILE))
    for (const depth of ['outline', 'literals'] as const)
      it(`costs in proportion to its size: ${what}, ${depth}`, () => {
        const ratio = growthOf(size => reader.read(make(size), depth), 50_000, 400_000, MOST);
        assert.ok(ratio < MOST, `8 times the text took ${ratio.toFixed(1)} times as long`);
      });

  it('never fails on pieces of Python in any order', () => {
    const piece = fc.constantFrom(
      ...[
        'STEP_NAMES = {',
        '"A": {',
        '}',
        '},',
        '(',
        ')',
        '[',
        ']',
        '"',
        "'",
        '"""',
        'f"',
        'f"{',
        '\\',
        '\n',
        '\r',
        '    ',
        '\t',
      ],
      ...[
        'class ',
        'def f(',
        ':',
        '=',
        ':=',
        '->',
        '**',
        '*',
        ',',
        '#',
        '# registry: ignore[a]',
        'if x',
        'else:',
        'try:',
      ],
      ...[
        'match x:',
        'case _:',
        'lambda ',
        'async ',
        'await ',
        'import ',
        'from . ',
        'del ',
        '@',
        '\ufeff',
        '\0',
        'é',
        '𝒳',
        '\ud800',
      ],
      ...['rb"', "u'", '1e', '0x', '...', ';', '<<<<<<<', '=======\n', 'type X[T] = ', 'not ', 'in ', 'is '],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('outline' as const, 'literals' as const),
        (pieces, depth) => {
          const text = pieces.join('');
          const { count, start, end, next, problems } = reader.read(text, depth);
          for (let node = 0; node < count; node++) {
            assert.ok(
              start[node]! >= 0 && start[node]! <= end[node]! && end[node]! <= text.length,
              'a range inside the text',
            );
            assert.ok(next[node]! > node && next[node]! <= count, 'a tree');
          }
          for (const { span } of problems)
            assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
        },
      ),
      { numRuns: tries(5000) },
    );
  });
});
