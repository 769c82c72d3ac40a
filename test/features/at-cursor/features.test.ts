import assert from 'node:assert/strict';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { contextOf } from '../../../server/src/features/context';
import { definition } from '../../../server/src/features/at-cursor/definition';
import { diagnostics, MOST_OF_A_RULE } from '../../../server/src/features/overviews/summed-up';
import { escapeMarkdown, escapeParagraphs } from '../../../server/src/features/text/escape-markdown';
import { explain, explainableNames } from '../../../server/src/features/explain/explain';
import { hover } from '../../../server/src/features/at-cursor/hover';
import { documentSymbols, type DocumentSymbol } from '../../../server/src/features/at-cursor/symbols';
import type { Workspace } from '../../../server/src/workspace';
import { parseFixture, workspaceOf, type Fixture } from '../../support/fixture';
import { TOY, TOY_RULES } from '../../support/toy-system';

const options = { systems: [TOY], rules: TOY_RULES };
const linking = {
  linkTo: (path: string, span: { start: number } | undefined) =>
    path === 'none.py' ? undefined : `file:///${path}#${span?.start ?? ''}`,
  linkToExplain: (name: string) => `command:explain?${encodeURIComponent(name)}`,
};

function at(text: string): { workspace: Workspace; path: string; offset: number; fixture: Fixture } {
  const fixture = parseFixture(text, 'main.toy.py');
  assert.ok(fixture.cursor, 'no cursor');
  return { workspace: workspaceOf(fixture, options), ...fixture.cursor, fixture };
}

function checkHover(text: string, expected: string | undefined): void {
  const { workspace, path, offset, fixture } = at(text);
  const found = hover(workspace, path, offset, {}, linking);
  assert.equal(found?.markdown, expected);
  if (found !== undefined)
    assert.ok(
      found.span.start <= offset && offset <= found.span.end && found.span.end <= fixture.files.get(path)!.length,
    );
}

describe('hover', () => {
  it('shows what a name means, with links', () =>
    checkHover(
      'A = {"X": {"a": "one", "b": "two"}}\nuse("X$0")\n',
      '**X** — core  \n1 definitions\n\none  \ntwo\n\n| | | |\n|---|---|---|\n| in | [main\\.toy\\.py](file:///main.toy.py#5) | toy |\n\nSee also nowhere. [Explain resolution](command:explain?X)',
    ));

  it('says nothing where the text is not ours', () => {
    checkHover('A = {"X": {}} # $0\n', undefined);
    checkHover('A = {"X": {$0}}\n', undefined);
    checkHover('A$0 = {"X": {}}\n', undefined);
  });

  it('says what a rule means where a comment or the project file names it', () => {
    const shown = (fixture: string): string | undefined => {
      const parsed = parseFixture(fixture);
      assert.ok(parsed.cursor);
      const { path, offset } = parsed.cursor;
      const withRules = { ...linking, linkToRule: (code: string) => `rule:${code}` };
      return hover(workspaceOf(parsed), path, offset, {}, withRules)?.markdown;
    };
    for (const fixture of [
      '#- q.py\nx = 1  # registry: ignore[step/conflict, step/missing-bui$0lder]\n',
      '#- registry-intelligence.yaml\nrules:\n  - code: step/missing-$0builder\n    severity: hint\n',
      '#- registry-intelligence.yaml\nrules:\n  - {code: "step/missing-builder$0"}\n',
    ])
      assert.match(
        shown(fixture) ?? '',
        /^\*\*step\/missing\\-builder\*\* — error\n\nThe builder .*\n\n\[Open the page of this rule\]\(rule:step\/missing-builder\)$/s,
      );
    assert.equal(shown('#- q.py\nx = "step/missing-$0builder"\n'), undefined);
    assert.equal(shown('#- q.py\nx = 1  # registry: ignore[step/no$0thing]\n'), undefined);
  });

  it('makes nothing of what users wrote', () =>
    checkHover(
      'A = {"X": {"a": "[x](command:rm) <b>$(zap)</b> **b** | `c` http://a.b &amp;"}}\nuse("X$0")\n',
      '**X** — core  \n1 definitions\n\n\\[x\\]\\(command\\:rm\\) \\<b\\>\\$\\(zap\\)\\</b\\> \\*\\*b\\*\\* \\| \\`c\\` http\\://a\\.b \\&amp;\n\n| | | |\n|---|---|---|\n| in | [main\\.toy\\.py](file:///main.toy.py#5) | toy |\n\nSee also nowhere. [Explain resolution](command:explain?X)',
    ));
});

describe('escapeMarkdown', () => {
  it('keeps one line, and shows what cannot be seen', () => {
    assert.equal(escapeMarkdown('a\r\n\n  b\u202ec\u0007'), 'a b\\\\u202ec\\\\u0007');
  });

  it('keeps paragraphs where asked, and makes no heading, list, code or rule', () => {
    assert.equal(escapeParagraphs('a\n===\n\n    b\n- c\n1. d\n'), 'a  \n\\=\\=\\=\n\nb  \n\\- c  \n1\\. d');
  });

  it('cuts what is too long', () => assert.ok(escapeMarkdown('x'.repeat(1e6)).length < 3000));
});

describe('completion', () => {
  const offered = (text: string) => {
    const { workspace, path, offset } = at(text);
    const list = completion(workspace, path, offset, {});
    return (
      list && {
        labels: list.items.map(item => item.label),
        text: workspace.text(path)!.slice(list.replace.start, list.replace.end),
        incomplete: list.incomplete,
      }
    );
  };

  it('offers what the string can become, the likeliest first, in place of all of it', () => {
    const text = 'A = {"a-x": {}, "x.a": {}, "axe": {}, "b": {}}\nuse("ax$0 y/z")\n';
    assert.deepEqual(offered(text), { labels: ['axe', 'a-x'], text: 'ax y/z', incomplete: false });
  });

  it('offers at most 200, and says that there are more', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `"n${i}": {}`).join(', ');
    const found = offered(`A = {${rows}}\nuse("n$0")\n`);
    assert.deepEqual([found?.labels.length, found?.incomplete], [200, true]);
  });

  it('says nothing where the text is not ours, or nothing fits', () => {
    assert.equal(offered('A = {"X": {}}\nprint("$0")\n'), undefined);
    assert.equal(offered('A = {"X": {}}\nuse("qq$0")\n'), undefined);
  });
});

describe('definition', () => {
  const found = (text: string) => {
    const { workspace, path, offset, fixture } = at(text);
    const answer = definition(workspace, path, offset, {});
    const text_ = (file: string, { start, end }: { start: number; end: number }) =>
      fixture.files.get(file)!.slice(start, end);
    return (
      answer && {
        origin: text_(path, answer.origin),
        targets: answer.targets.map(to => [to.path, text_(to.path, to.name), text_(to.path, to.span)]),
      }
    );
  };

  it('leads to every definition, with the whole of it', () =>
    assert.deepEqual(
      found('#- a.toy.py\nA = {"X": {"a": "b"}}\n#- b.toy.yaml\nB:\n  X:\n    c: d\n#- c.toy.py\nuse("$0X")\n'),
      {
        origin: '"X"',
        targets: [
          ['a.toy.py', '"X"', '"X": {"a": "b"}'],
          ['b.toy.yaml', 'X', 'X:\n    c: d'],
        ],
      },
    ));

  it('says nothing where nothing defines it', () => {
    assert.equal(found('use("$0X")\n'), undefined);
    assert.equal(found('A = {"X": {}}\nother("X$0")\n'), undefined);
  });
});

describe('symbols', () => {
  const outline = (all: readonly DocumentSymbol[] | undefined): unknown =>
    all?.map(({ name, children }) => [name, outline(children)]);
  it('nests, and ranges hold their names and children', () => {
    const workspace = workspaceOf('#- a.toy.py\nA = {"X": {}, "Y": {}}\n#- b.toy.py\nprint(1)\n', options);
    const found = documentSymbols(workspace, 'a.toy.py');
    assert.deepEqual(outline(found), [
      [
        'A',
        [
          ['X', []],
          ['Y', []],
        ],
      ],
    ]);
    const check = (each: DocumentSymbol): void => {
      for (const span of [each.nameSpan, ...each.children.map(child => child.span)])
        assert.ok(each.span.start <= span.start && span.end <= each.span.end);
      each.children.forEach(check);
    };
    found!.forEach(check);
    assert.equal(documentSymbols(workspace, 'b.toy.py'), undefined);
    assert.equal(documentSymbols(workspace, 'none.py'), undefined);
  });
});

describe('diagnostics', () => {
  it('has no hints of files that are closed, and sums up what is too much', () => {
    const hints = Array.from({ length: 1200 }, (_, i) => `    "Old${i}": {},\n`).join('');
    const workspace = workspaceOf(`#- a.toy.py\nA = {\n${hints}}\nuse("None")\n`, options);
    const codes = (isOpen: boolean): string[] =>
      diagnostics(workspace.findings('a.toy.py'), isOpen).map(({ code }) => code);
    assert.equal(codes(true).length, MOST_OF_A_RULE + 2);
    assert.ok(codes(true).includes('toy/unknown'));
    assert.deepEqual(codes(false), ['toy/unknown']);
  });
});

describe('explain', () => {
  it('explains a name that is known or not, in the kind that is asked for', () => {
    const workspace = workspaceOf('#- main.toy.py\nA = {"X": {}, "W": {}}\n', options);
    const context = contextOf(workspace, undefined);
    assert.deepEqual(explainableNames(workspace), ['W', 'X']);
    assert.deepEqual(
      explain(workspace, 'X', context).map(each => each.outcome.resolved),
      [true],
    );
    assert.deepEqual(
      explain(workspace, '__proto__', context).map(each => each.outcome.resolved),
      [false],
    );
    assert.deepEqual(explain(workspace, 'X', context, 'other'), []);
  });
});

describe('contextOf', () => {
  const workspace = workspaceOf('#- ws/alice/a.toy.py\nA = {}\n#- b.toy.py\nA = {}\n', options);
  const name = (...args: Parameters<typeof contextOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    contextOf(workspace, ...args).workspace;

  it('asks the caller, the text around, the file, the pick, the environment, in this order', () => {
    const picked = { activeWorkspace: 'active', environmentWorkspace: 'env' };
    assert.equal(name('ws/alice/a.toy.py', { ...picked, requested: { workspace: 'asked' } }, 'around'), 'asked');
    assert.equal(name('ws/alice/a.toy.py', picked, 'around'), 'around');
    assert.equal(name('ws/alice/a.toy.py', picked), 'alice');
    assert.equal(name('b.toy.py', picked), 'active');
    assert.equal(name(undefined, { activeWorkspace: '', environmentWorkspace: 'env' }), 'env');
    assert.equal(name('b.toy.py'), undefined);
  });

  it('takes the profile from the caller, then the pick, then the project', () => {
    assert.equal(
      contextOf(workspace, undefined, { requested: { profile: 'hybrid' }, profile: 'intelligent' }).profile,
      'hybrid',
    );
    assert.equal(contextOf(workspace, undefined, { profile: 'intelligent' }).profile, 'intelligent');
    assert.equal(contextOf(workspace, undefined).profile, 'isolated');
  });
});
