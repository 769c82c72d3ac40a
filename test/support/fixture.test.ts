import { FactParts } from '../../server/src/model/fact-parts';
import assert from 'node:assert/strict';
import type { Rule } from '../../server/src/rules/rule';
import type { System } from '../../server/src/systems/system';
import { checkFresh } from './fresh';
import { checkFindings, DEFAULT_PATH, parseFixture, workspaceOfFiles } from './fixture';
import type { Key } from '../../server/src/model/lookup';

describe('fixture', () => {
  it('is one file when no path is given', () => {
    const { files } = parseFixture('\na = 1\n');
    assert.deepEqual([...files], [[DEFAULT_PATH, 'a = 1\n']]);
  });

  it('splits files, each ending where the next begins', () => {
    const { files } = parseFixture('\n#- a.py\nx\n\n#- b c.yaml\ny\n');
    assert.deepEqual([...files], [['a.py', 'x\n\n'], ['b c.yaml', 'y\n']]); // prettier-ignore
  });

  it('takes out the cursor', () => {
    const { files, cursor } = parseFixture('#- a.yaml\nuses: tr$0\n');
    assert.deepEqual([files.get('a.yaml'), cursor], ['uses: tr\n', { path: 'a.yaml', offset: 8 }]);
  });

  it('reads several marks for a line, with the number sign in column 0 as a caret', () => {
    const { files, marks } = parseFixture('a\ntrain: b\n#^^^^ r/one\n#      ^ r/two\n    #^^ r/three\nend\n', 'f.yaml');
    assert.equal(files.get('f.yaml'), 'a\ntrain: b\nend\n');
    assert.deepEqual(
      marks.map(({ code, span }) => [code, span.start, span.end]),
      [
        ['r/one', 2, 7],
        ['r/two', 9, 10],
        ['r/three', 7, 9],
      ],
    );
  });

  it('refuses marks that point at nothing', () => {
    assert.throws(() => parseFixture('ab\n#^^^^ r/x\n'), /beyond/);
    assert.throws(() => parseFixture('#- a\n#^^ r/x\n'), /above its first/);
    assert.throws(() => parseFixture('a$0b$0\n#- a\n'), /before its first/);
    assert.throws(() => parseFixture('a$0\nb$0'), /two cursors/);
  });
});

/** Every word is a fact under its key. */
const WORDS: System = {
  name: 'words',
  headers: new Set(),
  claims: path => path.endsWith('.txt'),
  read({ text, file }, out) {
    for (const { 0: name, index } of text.matchAll(/\w+/g))
      out.fact({ kind: 'word', name, file }, new FactParts({ start: index, end: index + name.length }));
  },
  keys: (fact, index) => index.provides(wordKey(fact.name)),
};

const wordKey = (word: string) => `word:${word}` as Key;

const doc = { severity: 'warning', summary: '', why: '', remedy: '', bad: '', good: '' } as const;
const TWICE: Rule = {
  ...doc,
  code: 'words/twice',
  over: 'key',
  kind: 'word',
  *check(name, lookup) {
    const [first, ...rest] = lookup.providers(wordKey(name));
    for (const fact of rest)
      yield {
        at: { fact, part: 0 },
        message: `again ${name}`,
        related: [{ at: { fact: first!, part: 0 }, message: 'first' }],
        fixes: [{ title: 'remove', safe: false, edits: [{ do: 'remove-entry', fact }] }],
      };
  },
};
const options = { systems: [WORDS], rules: [TWICE] };

describe('checkFindings', () => {
  const text = '#- a.txt\nx y\n#- b.txt\nz x\n';

  it('accepts exactly what is marked', () => {
    checkFindings(`${text}# ^ words/twice\n`, ['words/twice'], options);
  });

  it('refuses a missing mark, a misplaced one, and one too many', () => {
    assert.throws(() => checkFindings(text, undefined, options), /b.txt:1:2-3 words\/twice/);
    assert.throws(() => checkFindings(`${text}#^ words/twice\n`, undefined, options));
    assert.throws(() => checkFindings(`${text}# ^ words/twice\n# ^ words/else\n`, undefined, options));
  });

  it('looks at the named rules only', () => {
    checkFindings(text, ['words/other'], options);
    assert.throws(() => checkFindings(text, ['words/*'], options));
  });

  it('refuses a message with control characters and a rule that throws', () => {
    const saying = (message: string): Rule => ({
      ...doc,
      code: 'words/say',
      over: 'fact',
      kind: 'word',
      *check(fact) {
        if (message === '') throw new Error('no words');
        yield { at: { fact, part: 0 }, message };
      },
    });
    const check = (message: string) =>
      checkFindings('#- a.txt\nx\n', ['r/*'], { ...options, rules: [saying(message)] });
    check('fine');
    assert.throws(() => check('a\nb'), /control/);
    assert.throws(() => check(''), /failed/);
  });
});

describe('checkFresh', () => {
  const files = new Map(Object.entries({ 'a.txt': 'x y', 'b.txt': 'y x', 'c.bin': '' }));

  it('accepts a workspace that was edited to the same texts', () => {
    const workspace = workspaceOfFiles(new Map([...files, ['d.txt', 'x x']]), options);
    workspace.apply(new Map([['d.txt', undefined]]));
    checkFresh(workspace, files, options);
  });

  it('refuses one that holds something else', () => {
    const workspace = workspaceOfFiles(files, options);
    assert.throws(() => checkFresh(workspace, new Map([...files, ['d.txt', '']]), options));
    assert.throws(() => checkFresh(workspace, new Map([...files, ['b.txt', 'y  x']]), options), /b.txt/);
  });
});
