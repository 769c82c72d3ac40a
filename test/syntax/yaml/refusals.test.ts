import assert from 'node:assert/strict';
import { readYaml } from '../../../server/src/syntax/yaml/reader';

/** What PyYAML 6.0.3 does with a text: loads it, refuses it with a `YAMLError`, or lets an exception of Python pass. */
function check(text: string, expected: string): void {
  const found = readYaml(text).problems.filter(({ kind }) => kind !== 'duplicate-key');
  const [first] = found;
  assert.equal(first === undefined ? 'loads' : (first.exception ?? 'YAMLError'), expected, text);
}

describe('what PyYAML refuses', () => {
  it('dates that are none', () => {
    check('released: 2024-02-29\n', 'loads');
    check('released: 2023-02-29\n', 'ValueError');
    check('released: 2024-13-01\n', 'ValueError');
    check('released: 2024-02-30 10:00:00\n', 'ValueError');
    check('released: "2024-02-30"\n', 'loads');
  });

  it('tags that do not fit their values', () => {
    check('a: !!int 0x1F\n', 'loads');
    check('a: !!int abc\n', 'ValueError');
    check('a: !!float abc\n', 'ValueError');
    check('a: !!bool abc\n', 'KeyError');
    check('a: !!timestamp abc\n', 'AttributeError');
    check('a: !!map [a]\n', 'YAMLError');
    check('a: !!seq {a: 1}\n', 'YAMLError');
    check('a: !!omap [a: 1]\n', 'loads');
    check('a: !!omap [a]\n', 'YAMLError');
    check('a: !!set {a, b}\n', 'loads');
  });

  it('raises nothing else where the text cannot be parsed', () => check('a: !!int abc\nb: [\n', 'YAMLError'));

  it('an equals sign alone as a value', () => {
    check('a: =\n', 'YAMLError');
    check('=: a\n', 'loads');
    check('a: "="\n', 'loads');
  });

  it('characters that cannot be printed', () => check('a: x\u0007y\n', 'YAMLError'));

  it('other versions of YAML', () => {
    check('%YAML 1.1\n---\na: 1\n', 'loads');
    check('%YAML 2.0\n---\na: 1\n', 'YAMLError');
  });

  it('in brackets, signs of its own', () => {
    check('a: [2, :3]\n', 'YAMLError');
    check('a: {b: what?}\n', 'YAMLError');
    check('a: what?\n', 'loads');
    check('a: {: 1}\n', 'YAMLError');
    check('a: {b\n c: 1}\n', 'YAMLError');
  });

  it('takes brackets that go on at any indentation', () => {
    check('a:\n  b: [1,\n2\n]\nc: 1\n', 'loads');
    check('a: {b: 1,\nc: 2}\n', 'loads');
    check('a: {b: 1\nc: 2\n', 'YAMLError');
  });

  it('takes the line ends of Unicode', () => {
    check('a: 1\u0085b: 2\n', 'loads');
    check('a: 1\nb\u2028c: 2\n', 'YAMLError');
  });
});
