import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { fileEditsOf, quickFixes } from '../../../server/src/features/edit/fixes';
import { Part, type Fact } from '../../../server/src/model/fact';
import type { FixEdit } from '../../../server/src/model/fix';
import type { Value } from '../../../server/src/model/value';
import type { Workspace } from '../../../server/src/workspace';
import { workspaceOfFiles } from '../../support/fixture';
import { TOY, TOY_RULES } from '../../support/toy-system';

const PYTHON = 'a.toy.py';
const YAML = 'a.toy.yaml';
const options = { systems: [TOY], rules: TOY_RULES };

type MakeEdit = (fact: (name: string) => Fact, path: string) => FixEdit;

/** Makes one edit in one text, and compares. Nothing expected: it can't be made. */
function checkEdit(path: string, before: string, make: MakeEdit, after: string | undefined): void {
  const workspace = workspaceOfFiles(new Map([[path, before]]), options);
  const edit = make(name => factNamed(workspace, path, name), path);
  const made = fileEditsOf(workspace, { title: 'x', safe: true, edits: [edit] });
  const [file] = made ?? [];
  assert.equal(file && 'edits' in file ? applyEdits(before, file.edits) : undefined, after);
}

function factNamed(workspace: Workspace, path: string, name: string): Fact {
  const [wanted, nth = '1'] = name.split('#');
  const fact = workspace.file(path)?.facts.filter(each => each.name === wanted)[Number(nth) - 1];
  assert.ok(fact, `no ${name}`);
  return fact;
}

const python = (before: string, make: MakeEdit, after: string | undefined) => checkEdit(PYTHON, before, make, after);
const yaml = (before: string, make: MakeEdit, after: string | undefined) => checkEdit(YAML, before, make, after);
const remove =
  (name: string): MakeEdit =>
  fact => ({ do: 'remove-entry', fact: fact(name) });
const addField =
  (name: string, field: string, value: Value): MakeEdit =>
  fact => ({ do: 'add-field', fact: fact(name), name: field, value });
const move =
  (name: string, to: string): MakeEdit =>
  fact => ({ do: 'move-entry', fact: fact(name), to });
const addEntry =
  (to: string, name: string, value: Value): MakeEdit =>
  (_, path) => ({ do: 'add-entry', path, to, name, value });
const replaceName =
  (name: string, text: string): MakeEdit =>
  fact => ({ do: 'replace', at: { fact: fact(name), part: Part.name }, text });
const removeFields =
  (name: string, ...indices: number[]): MakeEdit =>
  fact => ({ do: 'remove-fields', fact: fact(name), indices });
const ROW: Value = new Map<string, Value>([
  ['config', 'C'],
  ['jobs', ['a', 'b']],
]);

describe('fixes: remove an entry', () => {
  it('takes the first, middle and last of several lines', () => {
    const text = (...lines: string[]) => `A = {\n${lines.join('\n')}\n}\n`;
    const [x, y, z] = ['    "X": {"a": 1},', '    "Y": {\n        "a": 1,\n    },', '    "Z": {"a": 1},'] as const;
    python(text(x, y, z), remove('X'), text(y, z));
    python(text(x, y, z), remove('Y'), text(x, z));
    python(text(x, y, z), remove('Z'), text(x, y));
  });

  it('takes the comma before a last entry that had none', () => {
    python('A = {\n    "X": {},\n    "Y": {}\n}\n', remove('Y'), 'A = {\n    "X": {}\n}\n');
    python('A = {\n    "X": {},  # x\n    "Y": {}  # y\n}\n', remove('Y'), 'A = {\n    "X": {}  # x\n}\n');
  });

  it('leaves comments above, takes the one beside', () => {
    python(
      'A = {\n    # one\n    "X": {},  # x\n    "Y": {},\n}\n',
      remove('X'),
      'A = {\n    # one\n    "Y": {},\n}\n',
    );
  });

  it('takes one of several on a line', () => {
    const text = 'A = {"X": {}, "Y": {}, "Z": {}}\n';
    python(text, remove('X'), 'A = {"Y": {}, "Z": {}}\n');
    python(text, remove('Y'), 'A = {"X": {}, "Z": {}}\n');
    python(text, remove('Z'), 'A = {"X": {}, "Y": {}}\n');
    python('A = {"X": {},\n     "Y": {}}\n', remove('Y'), 'A = {"X": {}}\n');
    python('A = {"X": {},\n     "Y": {}}\n', remove('X'), 'A = {\n     "Y": {}}\n');
    python('A = {"X": {}, "Y": {},  # y\n     "Z": {}}\n', remove('Y'), 'A = {"X": {},\n     "Z": {}}\n');
  });

  it('leaves empty brackets behind an only entry', () => {
    python('A = { "X": {} }\n', remove('X'), 'A = {}\n');
    python('A = {\n    "X": {},\n}\n', remove('X'), 'A = {\n}\n');
  });

  it('takes the one that is meant of two alike', () => {
    python('A = {\n    "X": {"a": 1},\n    "X": {"a": 2},\n}\n', remove('X#1'), 'A = {\n    "X": {"a": 2},\n}\n');
  });

  it('keeps CRLF', () => {
    python('A = {\r\n    "X": {},\r\n    "Y": {},\r\n}\r\n', remove('X'), 'A = {\r\n    "Y": {},\r\n}\r\n');
  });

  it('is not misled by brackets, commas and number signs in strings', () => {
    python('A = {"X": {"a": "},#"}, "Y": {"a": "#"}}\n', remove('X'), 'A = {"Y": {"a": "#"}}\n');
  });

  it('takes lines of YAML', () => {
    yaml('A:\n  X:\n    a: 1\n  Y:\n    a: 2\n', remove('X'), 'A:\n  Y:\n    a: 2\n');
    yaml('A:\n  X:\n    a: 1\n  Y:\n    a: 2\n', remove('Y'), 'A:\n  X:\n    a: 1\n');
    yaml('A:\n  X: {a: 1}\nB: 2\n', remove('X'), 'A: {}\nB: 2\n');
    yaml('A: {X: {a: 1}, Y: {a: 2}}\n', remove('X'), 'A: {Y: {a: 2}}\n');
  });
});

describe('fixes: add a field', () => {
  it('goes on as the fields before it', () => {
    python(
      'A = {\n    "X": {\n        "a": 1,\n    },\n}\n',
      addField('X', 'b', 'c'),
      'A = {\n    "X": {\n        "a": 1,\n        "b": "c",\n    },\n}\n',
    );
    python(
      "A = {\n  'X': {\n    'a': 1\n  }\n}\n",
      addField('X', 'b', 'c'),
      "A = {\n  'X': {\n    'a': 1,\n    'b': 'c'\n  }\n}\n",
    );
    python('A = {"X": {"a": 1}}', addField('X', 'b', 2), 'A = {"X": {"a": 1, "b": 2}}');
    python('A = {"X": {"a": 1,}}', addField('X', 'b', 2), 'A = {"X": {"a": 1, "b": 2,}}');
    python(
      'A = {"X": {"a": 1,\n           "b": 2}}',
      addField('X', 'c', 3),
      'A = {"X": {"a": 1,\n           "b": 2,\n           "c": 3}}',
    );
  });

  it('stays clear of comments', () => {
    python(
      'A = {\n    "X": {\n        "a": 1  # one, {\n        # end\n    },\n}\n',
      addField('X', 'b', 2),
      'A = {\n    "X": {\n        "a": 1,  # one, {\n        "b": 2\n        # end\n    },\n}\n',
    );
  });

  it('fills an empty entry', () => {
    python('A = {"X": {}}', addField('X', 'b', true), 'A = {"X": {"b": True}}');
    python(
      'A = {\n    "X": {\n    },\n}\n',
      addField('X', 'b', null),
      'A = {\n    "X": {\n        "b": None,\n    },\n}\n',
    );
  });

  it('escapes what it writes', () => {
    python('A = {"X": {}}', addField('X', 'b', 'say "hi"\n'), 'A = {"X": {"b": "say \\"hi\\"\\n"}}');
    python("A = {'X': {}}", addField('X', 'b', "it's"), "A = {'X': {'b': 'it\\'s'}}");
  });

  it('keeps CRLF', () => {
    python(
      'A = {\r\n  "X": {\r\n    "a": 1,\r\n  },\r\n}',
      addField('X', 'b', 2),
      'A = {\r\n  "X": {\r\n    "a": 1,\r\n    "b": 2,\r\n  },\r\n}',
    );
  });

  it('goes into YAML, quoted where it must be', () => {
    yaml(
      'A:\n  X:\n    a: 1\n  Y:\n    a: 2\n',
      addField('X', 'b', 'c d'),
      'A:\n  X:\n    a: 1\n    b: c d\n  Y:\n    a: 2\n',
    );
    yaml('A:\n  X:\n    a: 1', addField('X', 'b', 'yes'), 'A:\n  X:\n    a: 1\n    b: "yes"');
    yaml('A:\n  X:\n', addField('X', 'b', ['p', 'q: r']), 'A:\n  X:\n    b: [p, "q: r"]\n');
    yaml('A: {X: {a: 1}}\n', addField('X', 'b', 2), 'A: {X: {a: 1, b: 2}}\n');
  });

  it('does nothing where it cannot', () => {
    python('A = {"X": make()}', addField('X', 'b', 2), undefined);
    python('A = {"X": {}}', addField('X', 'b', { unknown: 'f()' }), undefined);
  });
});

describe('fixes: move an entry', () => {
  const move_ = move('X', 'B');
  it('goes to the end of the other variable, comments and all', () => {
    python(
      'A = {\n    "W": {},\n    # about x\n    "X": {\n        "a": 1,\n    },  # x\n}\n\nB = {\n    "Y": {}\n}\n',
      move_,
      'A = {\n    "W": {},\n}\n\nB = {\n    "Y": {},\n    # about x\n    "X": {\n        "a": 1,\n    },  # x\n}\n',
    );
  });

  it('opens empty brackets', () => {
    python('B = {}\nA = {\n    "X": {},  # x\n}\n', move_, 'B = {\n    "X": {},  # x\n}\nA = {\n}\n');
    python('A = {"X": {}}\nB = {}\n', move_, 'A = {}\nB = {"X": {}}\n');
  });

  it('makes the other variable after its own', () => {
    python('A = {\n    "X": {},\n}\nC = 1\n', move_, 'A = {\n}\n\nB = {\n    "X": {},\n}\nC = 1\n');
    python('A = {\r\n    "X": {},\r\n}', move_, 'A = {\r\n}\r\n\r\nB = {\r\n    "X": {},\r\n}');
  });

  it('takes on the indentation there', () => {
    python(
      'A = {\n  "X": {\n    "a": 1,\n  },\n}\nB = {\n    "Y": {},\n}\n',
      move_,
      'A = {\n}\nB = {\n    "Y": {},\n    "X": {\n      "a": 1,\n    },\n}\n',
    );
  });

  it('does nothing when it is there already', () => {
    python('B = {"X": {}}\n', move_, undefined);
  });

  it('moves between lines in YAML', () => {
    yaml(
      'A:\n  W:\n    a: 1\n  X:\n    a: 2\nB:\n  Y:\n    a: 3\n',
      move_,
      'A:\n  W:\n    a: 1\nB:\n  Y:\n    a: 3\n  X:\n    a: 2\n',
    );
  });
});

describe('fixes: add an entry', () => {
  it('is written over several lines where the others are', () => {
    python(
      "A = {\n  'X': {},\n}\n",
      addEntry('A', 'Y', ROW),
      "A = {\n  'X': {},\n  'Y': {\n    'config': 'C',\n    'jobs': ['a', 'b'],\n  },\n}\n",
    );
    python('A = {"X": {}}\n', addEntry('A', 'Y', ROW), 'A = {"X": {}, "Y": {"config": "C", "jobs": ["a", "b"]}}\n');
  });

  it('makes the variable where there is none', () => {
    python('import x', addEntry('B', 'Y', new Map()), 'import x\n\nB = {\n    "Y": {},\n}\n');
    python('', addEntry('B', 'Y', new Map()), 'B = {\n    "Y": {},\n}\n');
  });

  it('goes into YAML', () => {
    yaml(
      'A:\n  X:\n    a: 1\nB: 1\n',
      addEntry('A', 'Z', ROW),
      'A:\n  X:\n    a: 1\n  Z:\n    config: C\n    jobs: [a, b]\nB: 1\n',
    );
  });
});

describe('fixes: replace', () => {
  it('stays within the quotes', () => {
    python("A = {'X': {}}", replaceName('X', 'Y'), "A = {'Y': {}}");
    python('A = {"X": {}}', replaceName('X', 'say "Y"'), 'A = {"say \\"Y\\"": {}}');
    yaml('A:\n  X: {}\n', replaceName('X', 'Z'), 'A:\n  Z: {}\n');
    yaml("A:\n  'X': {}\n", replaceName('X', 'Y'), "A:\n  'Y': {}\n");
    yaml('A:\n  X: {}\n', replaceName('X', 'no'), 'A:\n  "no": {}\n');
  });

  const span =
    (start: number, end: number): MakeEdit =>
    (_, path) => ({ do: 'replace-span', path, span: { start, end }, text: '' });
  it('removes a comment with the spaces before it, and a line of its own with its end', () => {
    python('a = 1  # c\nb = 2\n', span(7, 10), 'a = 1\nb = 2\n');
    python('a = 1\n  # c\nb = 2\n', span(8, 11), 'a = 1\nb = 2\n');
    python('a = [1, 2]\n', span(5, 8), 'a = [2]\n');
  });
});

describe('fixes: files', () => {
  const create = (path: string) =>
    fileEditsOf(workspaceOfFiles(new Map([['d/a.toy.py', '']]), options), {
      title: '',
      safe: false,
      edits: [{ do: 'create-file', path, text: 'x' }],
    });
  it('creates what is not there, inside the root only', () => {
    assert.deepEqual(create('d/b.py'), [{ path: 'd/b.py', create: 'x' }]);
    for (const path of ['d/a.toy.py', 'd', '../b.py', 'd/../../b.py', '/b.py', 'C:/b.py', 'd\\b.py'])
      assert.equal(create(path), undefined, path);
  });

  it('does nothing when the file on disk is not the one that was read', () => {
    const disk = new Map([[PYTHON, 'A = {"X": {}}\n']]);
    const workspace = workspaceOfFiles(disk, { ...options, readText: path => disk.get(path) });
    const edits: FixEdit[] = [{ do: 'remove-entry', fact: factNamed(workspace, PYTHON, 'X') }];
    assert.ok(fileEditsOf(workspace, { title: '', safe: true, edits }));
    disk.set(PYTHON, '\nA = {"X": {}}\n');
    assert.equal(fileEditsOf(workspace, { title: '', safe: true, edits }), undefined);
  });

  it('does nothing when two edits want the same place', () => {
    const workspace = workspaceOfFiles(new Map([[PYTHON, 'A = {"X": {}}\n']]), options);
    const fact = factNamed(workspace, PYTHON, 'X');
    const edits: FixEdit[] = [
      { do: 'remove-entry', fact },
      { do: 'replace', at: { fact, part: Part.name }, text: 'Y' },
    ];
    assert.equal(fileEditsOf(workspace, { title: '', safe: true, edits }), undefined);
  });
});

describe('quickFixes', () => {
  const files = new Map([[PYTHON, 'A = {\n    "X": {},\n    "X": {},\n}\n']]);
  const workspace = workspaceOfFiles(files, options);
  const second = files.get(PYTHON)!.lastIndexOf('"X"');

  it('gives the fixes of findings that touch the span', () => {
    const titles = (start: number, end: number) =>
      quickFixes(workspace, PYTHON, { start, end }).map(({ fix }) => fix.title);
    assert.deepEqual(titles(second, second), ['Remove']);
    assert.deepEqual(titles(second + 3, second + 3), ['Remove']);
    assert.deepEqual(titles(0, 5), []);
  });

  it('follows text that has moved since', () => {
    const moved = `# new\n${files.get(PYTHON)!}`;
    const [before] = quickFixes(workspace, PYTHON, { start: second, end: second });
    workspace.apply(new Map([[PYTHON, { text: moved, open: true }]]));
    const [file] = fileEditsOf(workspace, before!.fix)!;
    assert.ok(file && 'edits' in file);
    assert.equal(applyEdits(moved, file.edits), '# new\nA = {\n    "X": {},\n}\n');
  });
});

describe('fixes: remove fields of an entry', () => {
  it('takes fields on lines of their own, with the comments beside them', () => {
    const text = (...lines: string[]) => `A = {\n    "X": {\n${lines.join('\n')}\n    },\n}\n`;
    const [a, b, c] = [
      '        "a": 1,  # first',
      '        "b": [\n            2,\n        ],',
      '        "c": 3',
    ] as const;
    python(text(a, b, c), removeFields('X', 0, 1), text(c));
    python(text(a, b, c), removeFields('X', 0, 2), text(b.slice(0, -1)));
    python(text(a, b, c), removeFields('X', 2, 1), text(a.replace(',', '')));
    python(text(a, b, c), removeFields('X', 0, 1, 2), 'A = {\n    "X": {\n    },\n}\n');
  });

  it('takes fields that share a line', () => {
    const text = 'A = {"X": {"a": 1, "b": 2, "c": 3}}\n';
    python(text, removeFields('X', 0), 'A = {"X": {"b": 2, "c": 3}}\n');
    python(text, removeFields('X', 0, 1), 'A = {"X": {"c": 3}}\n');
    python(text, removeFields('X', 1, 2), 'A = {"X": {"a": 1}}\n');
    python(text, removeFields('X', 0, 2), 'A = {"X": {"b": 2}}\n');
    python(text, removeFields('X', 0, 1, 2), 'A = {"X": {}}\n');
  });

  it('leaves alone what stands between them, and refuses what is no plain item', () => {
    python('A = {"X": {"a": 1, **rest, "c": 3}}\n', removeFields('X', 0, 1), 'A = {"X": {**rest}}\n');
    python('A = {"X": {"a": (1), "b": 2}}\n', removeFields('X', 0), 'A = {"X": {"b": 2}}\n');
    python('A = {"X": {"a": 1, "b": 2}}\n', removeFields('X', 7), undefined);
  });

  it('takes fields of YAML, unless the entry would be left empty', () => {
    yaml('A:\n  X:\n    a: 1\n    b: 2\n    c: 3\n', removeFields('X', 0, 1), 'A:\n  X:\n    c: 3\n');
    yaml('A:\n  X: {a: 1, b: 2}\n', removeFields('X', 1), 'A:\n  X: {a: 1}\n');
    yaml('A:\n  X:\n    a: 1\n', removeFields('X', 0), undefined);
  });
});
