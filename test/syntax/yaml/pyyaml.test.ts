import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { readYaml } from '../../../server/src/syntax/yaml/reader';
import type { YamlNode } from '../../../server/src/syntax/yaml/tree';

/** Loads each text with `safe_load` and says what it gives, or that it fails. */
const LOADER = `
import sys, json, datetime, yaml
def plain(v):
    if isinstance(v, dict): return ["mapping", [[plain(k), plain(x)] for k, x in v.items()]]
    if isinstance(v, list): return ["sequence", [plain(x) for x in v]]
    if isinstance(v, bool): return ["boolean", v]
    if isinstance(v, int): return ["integer", v]
    if isinstance(v, float): return ["float", repr(v) if v != v or v in (float("inf"), float("-inf")) else v]
    if isinstance(v, (datetime.date, datetime.datetime)): return ["timestamp"]
    if isinstance(v, bytes): return ["binary", v.decode("latin-1")]
    return ["null"] if v is None else ["text", v]
def load(text):
    try: return {"value": plain(yaml.safe_load(text))}
    except Exception as error: return {"error": str(error)}
json.dump([load(text) for text in json.load(sys.stdin)], sys.stdout)
`;

interface Judgement {
  readonly value?: unknown;
  readonly error?: string;
}

function judge(texts: readonly string[]): Judgement[] {
  const { stdout } = spawnSync('python3', ['-c', LOADER], { input: JSON.stringify(texts), maxBuffer: 1 << 28 });
  return JSON.parse(String(stdout)) as Judgement[];
}

const hasPyYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0;

describe('readYaml, judged by PyYAML', () => {
  before(function () {
    if (hasPyYaml) return;
    console.log('      (skipped: there is no python3 with PyYAML on this machine)');
    this.skip();
  });

  it('gives the values that PyYAML gives', () => {
    const texts = fc.sample(document(), { numRuns: 1500, seed: 1 });
    const judgements = judge(texts);
    assert.ok(judgements.filter(({ value }) => value !== undefined).length > 1000, 'most texts are valid');
    texts.forEach((text, i) => {
      if (judgements[i]!.value === undefined) return;
      const tree = readYaml(text);
      assert.deepEqual(tree.problems.filter(isReported), [], JSON.stringify(text));
      assert.deepEqual(sorted(plain(tree.root)), sorted(judgements[i]!.value), JSON.stringify(text));
    });
  });

  it('reports nothing in a damaged text that PyYAML takes, and something in all that it refuses', () => {
    const texts = fc
      .sample(fc.tuple(document(), slip()), { numRuns: 1500, seed: 2 })
      .map(([text, damage]) => damage(text));
    const judgements = judge(texts);
    const missed = texts.filter((text, i) => {
      const reported = readYaml(text).problems.filter(isReported);
      if (judgements[i]!.error === undefined) assert.deepEqual(reported, [], JSON.stringify(text));
      return judgements[i]!.error !== undefined && reported.length === 0;
    });
    assert.deepEqual(missed, []);
  });
});

function isReported({ kind }: { kind: string }): boolean {
  return kind === 'syntax' || kind === 'refused';
}

function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return ['null'];
  if (node.type === 'sequence') return ['sequence', node.items.map(plain)];
  if (node.type === 'mapping') {
    const entries = new Map<string, [unknown, unknown]>();
    for (const { key, value, merged } of node.entries) {
      const id = JSON.stringify(plain(key));
      if (merged === undefined || !entries.has(id)) entries.set(id, [plain(key), plain(value)]);
    }
    return ['mapping', [...entries.values()]];
  }
  if (node.as === 'null' || node.as === 'timestamp') return [node.as];
  if (node.as === 'float' && !Number.isFinite(node.value))
    return ['float', String(node.value).toLowerCase().replace('infinity', 'inf')];
  return [node.as, node.value];
}

/** The same with the entries of mappings in one order: the two readers put what is merged in different places. */
function sorted(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items = value.map(sorted);
  if (items[0] !== 'mapping') return items;
  const entries = (items[1] as unknown[]).map(entry => [JSON.stringify(entry), entry] as const);
  return ['mapping', entries.sort(([x], [y]) => (x < y ? -1 : 1)).map(([, entry]) => entry)];
}

/** A text of a few keys: both styles, nested, with quotes, comments, anchors, aliases and merge keys. */
function document(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(key(), node()), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.boolean())
    .map(([pairs, crlf, anchored]) => {
      const lines = pairs.map(([name, write]) => `${name}:${write(2)}`);
      if (anchored) lines.unshift('base: &base', '  one: 1', '  two: [x]');
      if (anchored) lines.push('merged:', '  <<: *base', '  two: 2', 'again: *base');
      return lines.join('\n').replaceAll('\n', crlf ? '\r\n' : '\n') + (crlf ? '\r\n' : '');
    });
}

/** Writes a value after a colon or dash, for an indentation. */
type Write = (indent: number) => string;

function key(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.stringMatching(/^[a-z][a-z_.-]{0,5}[a-z]$/),
    fc.constantFrom('"quoted key"', "'it''s'", 'on', '1.10', 'null', 'é😀', '__proto__', 'a b', '"a\\nb"'),
  );
}

function node(): fc.Arbitrary<Write> {
  const { value } = fc.letrec<{ value: Write }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar().map(text => () => ` ${text}`),
      scalar().map(text => () => ` ${text}  # a comment`),
      fc.constant(() => ''),
      fc
        .constantFrom('|', '>', '|-', '>+', '|2')
        .map(header => (indent: number) => ` ${header}\n${pad(indent)}text: [\n\n${pad(indent)}  more # text\n`),
      fc.array(flow(), { maxLength: 3 }).map(items => () => ` [${items.join(', ')}]`),
      fc
        .array(fc.tuple(key(), flow()), { maxLength: 3 })
        .map(pairs => () => ` {${pairs.map(([k, v]) => `${k}: ${v}`).join(', ')}}`),
      fc
        .array(tie('value'), { minLength: 1, maxLength: 3 })
        .map(items => (indent: number) => items.map(write => `\n${pad(indent)}-${write(indent + 2)}`).join('')),
      fc
        .array(fc.tuple(key(), tie('value')), { minLength: 1, maxLength: 3 })
        .map(
          pairs => (indent: number) => pairs.map(([k, write]) => `\n${pad(indent)}${k}:${write(indent + 2)}`).join(''),
        ),
    ),
  }));
  return value;
}

function flow(): fc.Arbitrary<string> {
  return fc.oneof(
    scalar().filter(text => !/[,[\]{}\n]|^\?/.test(text)),
    fc.constantFrom('[a, [b]]', '{x: {y: z}}', '[]'),
  );
}

function scalar(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      'word', 'two words', 'http://a.b/c#d', "it's", 'a: b'.replace(': ', ':'), 'on', 'Off', 'y', '~', 'NULL', '1', '-12', '017',
      '08', '0x1F', '0b101', '1_000', '1:30', '1.10', '.5', '1e3', '1.5e+3', '-.inf', '.NaN', '2025-05-19', '1.2.3', '>=1.0', '*.py'.slice(1),
      '"x\\ty\\u00e9"', "'q # no'", '"two\n    lines"', 'two\n    plain lines', '!!str 1', '!!int "3"', '""', "''", '=x', '-x', '?x', ':x', 'é😀',
      '1:90', '0o7', '+1', '1.', '0.0', '12e03', 'True', 'TRUE', 'tRUE', '2001-12-14t21:59:43.10-05:00', '0x', '1__0', '-0',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map(text => JSON.stringify(text)),
  ); // prettier-ignore
}

/** A slip of the keyboard: something taken out or put in. */
function slip(): fc.Arbitrary<(text: string) => string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const put = fc.constantFrom(
    '\t',
    ' ',
    ':',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '-',
    '- ',
    '\n',
    '#',
    '%',
    '@',
    '&a ',
    '*base',
    '!!int ',
    '? ',
    '--- ',
    '\x07',
    '=',
    '2024-02-30',
    '\n\n',
    '  ',
    '',
  );
  return fc.tuple(place, put, fc.nat(2)).map(([where, what, gone]) => (text: string) => {
    const at = Math.floor(where * text.length);
    const start = /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
    const end = start + gone + (/[\uDC00-\uDFFF]/.test(text.charAt(start + gone)) ? 1 : 0);
    return text.slice(0, start) + what + text.slice(end);
  });
}

function pad(indent: number): string {
  return ' '.repeat(indent);
}
