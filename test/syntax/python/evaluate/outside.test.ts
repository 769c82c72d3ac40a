import assert from 'node:assert/strict';
import { builtinClass } from '../../../../server/src/syntax/python/evaluate/builtin-classes';
import type { ModuleRun } from '../../../../server/src/syntax/python/evaluate/run';
import type { Outside, PyDict, PyValue } from '../../../../server/src/syntax/python/evaluate/values';
import { pythonOf, runText } from './check';

const AT = { source: 'other.py', span: { start: 0, end: 0 } };
const REASON = 'another file says so';

/** A mapping of another text: its entries are mappings, and what is in these under `text` is a text. */
function outsideMapping(): PyDict {
  const inside: Outside['inside'] = ({ length, [1]: key }) =>
    length < 2 ? 'mapping' : key === 'text' ? builtinClass('str') : 'value';
  const content = {
    entries: new Map(),
    outside: { keys: [], inside, reason: REASON, at: AT },
    open: { kind: 'unknown', reason: REASON, at: AT } as const,
  };
  return { kind: 'dict', content, epoch: 0 };
}

/** Runs a text that imports the mapping as `T`. */
function runBeside(text: string): ModuleRun {
  const value = outsideMapping();
  return runText(`from other import T\n${text}`, {
    imports: ({ module }) => (module === 'other' ? { value } : undefined),
  });
}

/** What `A` is in the end: entries of its own, entries of other texts by their keys, and what it has the rest of. */
function told(text: string): string {
  const run = runBeside(text);
  return shown(run, run.names.get('A')?.value ?? null);
}

function shown(run: ModuleRun, value: PyValue): string {
  const known = run.outsideOf(value);
  if (known !== undefined) {
    const otherwise = known.otherwise === undefined ? '' : ` or ${shown(run, known.otherwise)}`;
    return `T.${known.keys.join('.')}${otherwise}`;
  }
  if (typeof value !== 'object' || value?.kind !== 'dict') return pythonOf(run, value);
  const { entries, outside, open } = run.contentOf(value);
  const own = [...entries.values()].map(
    each => `${pythonOf(run, each.key)}${each.certain ? '' : '?'}: ${shown(run, each.value)}`,
  );
  const rest = outside === undefined ? (open === undefined ? [] : ['?']) : [shownOutside(outside)];
  return `{${[...own, ...rest.map(each => `**${each}`)].join(', ')}}`;
}

function shownOutside({ keys, without }: Outside): string {
  return `${['T', ...keys].join('.')}${without === undefined ? '' : ` without ${without.join(', ')}`}`;
}

/** What has to be there, `certain` where the run comes there for certain; and whether the other text's mapping is changed. */
function needed(text: string): { needs: string[]; changes: boolean } {
  const run = runBeside(text);
  const needs = run.doubts.flatMap(({ needs: keys, certain }) =>
    keys === undefined ? [] : [`${keys.join('.')}${certain === true ? ' for certain' : ''}`],
  );
  return { needs, changes: run.changesOutside };
}

describe('A mapping of another text', () => {
  it('gives its entries to whatever takes them, however that is written', () => {
    const both = '{"text": "mine", **T.X}';
    assert.equal(told('A = {**T["X"], "text": "mine"}'), both);
    assert.equal(told('A = dict(T["X"], text="mine")'), both);
    assert.equal(told('A = T["X"] | {"text": "mine"}'), both);
    assert.equal(told('A = T["X"].copy()\nA["text"] = "mine"'), both);
    assert.equal(told('import copy\nA = copy.deepcopy(T["X"])\nA.update(text="mine")'), both);
    assert.equal(told('def of(name, **more):\n    return {**T[name], **more}\nA = of("X", text="mine")'), both);
    assert.equal(told('A = {n: {**T[n]} for n in ("X", "Y")}'), '{"X": {**T.X}, "Y": {**T.Y}}');
    assert.equal(told('A = {"X": T["X"]}'), '{"X": {**T.X}}');
  });

  it('wins over entries that were there before it', () => {
    assert.equal(told('A = {"text": "lost", 1: 2, **T["X"]}'), '{"text": T.X.text or "lost", 1: 2, **T.X}');
    assert.equal(told('A = {**T["X"], "b": 1, **T["X"], "c": 2}'), '{"b": T.X.b or 1, "c": 2, **T.X}');
    assert.equal(told('A = {"a": 1}\nA |= T["X"]'), '{"a": T.X.a or 1, **T.X}');
  });

  it('gives single values', () => {
    assert.equal(told('A = {"a": T["X"]["text"]}'), '{"a": T.X.text}');
    assert.equal(told('A = dict(T["X"])["other"]'), 'T.X.other');
  });

  it('gives values with others in their place', () => {
    assert.equal(told('A = {"a": T["X"].get("text", "b")}'), '{"a": T.X.text or "b"}');
    assert.equal(told('A = {**T.get("X", {}), "a": 1}'), '{"a": 1, **T.X}');
    assert.deepEqual(needed('A = T["X"].get("text")').needs, ['X for certain']);
    assert.deepEqual(needed('A = {**T.get("X", {})}').needs, ['X']);
  });

  it('has no longer what is taken out of a copy', () => {
    assert.equal(told('A = dict(T["X"])\nA.pop("text", None)'), '{**T.X without text}');
    assert.equal(told('A = {**T["X"]}\ndel A["text"]\nA["text"] = 1'), '{"text": 1, **T.X without text}');
    assert.equal(told('A = dict(T["X"])\nA.pop("text")\nA = {"text": 1, **A}'), '{"text": 1, **T.X without text}');
    assert.deepEqual(needed('A = dict(T["X"])\ndel A["text"]').needs, ['X for certain', 'X.text for certain']);
    assert.equal(needed('A = dict(T["X"])\nA.pop("text")').changes, false);
    assert.equal(needed('T["X"].pop("text")').changes, true);
  });

  it('is no longer told apart where two are mixed, or go through other hands', () => {
    assert.equal(told('A = {"a": 1, **T["X"], **T["Y"]}'), '{"a"?: ?, **?}');
    assert.equal(told('A = {k: v for k, v in T["X"].items()}'), '{**?}');
    assert.equal(told('A = T["X"]["text"].upper()'), '?');
  });

  it('is told apart after a branch only where all ways have the same of it', () => {
    const branch = (one: string, other: string): string =>
      told(`import os\nif os.environ.get("A"):\n    A = ${one}\nelse:\n    A = ${other}`);
    assert.equal(branch('T["X"]', 'T["X"]'), '{**T.X}');
    assert.equal(branch('T["X"]', 'T["Y"]'), '?');
    assert.equal(branch('T["X"]["text"]', 'T["Y"]["text"]'), '?');
    assert.equal(told('import os\nA = dict(T["X"])\nif os.environ.get("A"):\n    A["a"] = 1'), '{"a"?: 1, **T.X}');
  });

  it('has to have what is taken out of it', () => {
    assert.deepEqual(needed('A = T["X"]["text"]').needs, ['X for certain', 'X.text for certain']);
    assert.deepEqual(needed('import os\nif os.environ.get("A"):\n    T["X"]\nT["Y"]').needs, ['X', 'Y']);
    assert.deepEqual(needed('try:\n    T["X"]\nexcept ValueError:\n    pass').needs, ['X']);
    assert.deepEqual(needed('try:\n    T["X"]\nexcept KeyError:\n    pass').needs, ['X']);
    assert.deepEqual(needed('T["X"] = {}\nA = T["X"]').needs, []);
  });

  it('is changed by whatever changes what was taken out of it', () => {
    const unchanged = [
      'A = {**T["X"], "a": 1}',
      'A = T["X"].copy()\nA.clear()',
      'A = len(T["X"]["text"])',
      'A = sorted(T)',
    ];
    for (const text of unchanged) assert.equal(needed(text).changes, false, text);
    const changed = [
      'T["X"]["a"] = 1',
      'row = T["X"]\nrow.update(a=1)',
      'T["X"] = {}',
      'del T["X"]',
      'T.clear()',
      'for row in T.values():\n    row["a"] = 1',
      'for name in T:\n    T[name]["a"] = 1',
      '[row.update(a=1) for row in T.values()]',
      'T.get("X").update(a=1)',
      'T["X"]["list"].append(1)',
      'A = {**T["X"]}\nA["list"].append(1)',
      'import elsewhere\nelsewhere.f(T["X"])',
      'try:\n    T["X"]["a"] = 1\n    raise ValueError\nexcept ValueError:\n    pass',
    ];
    for (const text of changed) assert.equal(needed(text).changes, true, text);
  });
});
