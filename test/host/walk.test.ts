import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { WalkResult } from '../../server/src/host/file-source';
import { scopeAbove } from '../../server/src/host/ignores';
import { walk } from '../../server/src/host/walk';
import { diskFiles } from '../../server/src/host/disk-files';
import { addTo, makeTree, type Content } from '../support/disk';
import { tries } from '../support/seed';

function walkTree(root: string): Promise<WalkResult> {
  return walk(diskFiles(root), { folder: '', scope: scopeAbove(root) });
}

async function checkFiles(files: Record<string, Content>, expected: string[], below = ''): Promise<WalkResult> {
  const found = await walkTree(path.join(makeTree(files), below));
  assert.deepEqual(found.files.sort(), expected);
  return found;
}

describe('walk', () => {
  it('leaves out what tools left behind', () =>
    checkFiles(
      {
        'a.py': '',
        'x/b.py': '',
        '.venv/c.py': '',
        'x/node_modules/d.py': '',
        'env/pyvenv.cfg': '',
        'env/lib/e.py': '',
        'x/lib/site-packages/f.py': '',
        'x/__pycache__/g.pyc': '',
        'build.py/h.py': '',
      },
      ['a.py', 'build.py/h.py', 'x/b.py'],
    ));

  it('reads a root that is an environment as well, but for what is installed there', () =>
    checkFiles({ '.git/HEAD': '', 'pyvenv.cfg': '', 'a.py': '', 'lib/python3.12/site-packages/b.py': '' }, [
      'a.py',
      'pyvenv.cfg',
    ]));

  it('leaves out inner roots', async () => {
    const files = {
      'a.py': '',
      'registry-intelligence.yaml': '',
      '.git/config': '',
      'inner/registry-intelligence.yaml': '',
      'inner/b.py': '',
      'x/worktree/.git': 'gitdir: elsewhere',
      'x/worktree/c.py': '',
    };
    const found = await checkFiles(files, ['a.py', 'registry-intelligence.yaml']);
    assert.deepEqual(found.innerRoots.sort(), ['inner', 'x/worktree']);
  });

  it('takes the code of developer workspaces, whatever they are called, ignored, or repositories of their own', () => {
    const workspaces = 'developer_workspaces/developers';
    const registry = 'src/cursus_dev/registry/workspace_registry.py';
    const own = [
      `${workspaces}/carol/${registry}`,
      `${workspaces}/dist/${registry}`,
      `${workspaces}/inner/${registry}`,
    ];
    return checkFiles(
      {
        '.gitignore': 'carol\n*.log\n',
        ...Object.fromEntries(own.map(file => [file, ''])),
        [`${workspaces}/dist/src/cursus_dev/__pycache__/a.py`]: '',
        [`${workspaces}/inner/.git/config`]: '',
      },
      ['.gitignore', ...own],
    );
  });

  it('leaves out what git ignores, the nearest file having the last word', () =>
    checkFiles(
      {
        '.git/info/exclude': 'private/\n',
        '.gitignore': '*.log\n/data\nsecret.*\n',
        'a.log': '',
        'keep/.gitignore': '!*.log\nb.py\n',
        'keep/a.log': '',
        'keep/b.py': '',
        'data/x.py': '',
        'keep/data/x.py': '',
        'keep/private/x.py': '',
        'secret.py': '',
      },
      ['.gitignore', 'keep/.gitignore', 'keep/a.log', 'keep/data/x.py'],
    ));

  it('counts ignore files above the root', () =>
    checkFiles(
      {
        '.git/info/exclude': 'x.py\n',
        '.gitignore': 'part/gone.py\n',
        'part/registry-intelligence.yaml': '',
        'part/gone.py': '',
        'part/sub/gone.py': '',
        'part/x.py': '',
      },
      ['registry-intelligence.yaml', 'sub/gone.py'],
      'part',
    ));

  it('is not held up by an ignore file made to be slow', async () => {
    const deep = Array.from({ length: 60 }, () => 'a').join('/');
    const patterns = [`${'**/a/'.repeat(12)}b`, `${'*a'.repeat(40)}b`, `a/${'**/'.repeat(20)}b`];
    await checkFiles({ '.gitignore': patterns.join('\n'), [`${deep}/${'a'.repeat(200)}`]: '' }, [
      '.gitignore',
      `${deep}/${'a'.repeat(200)}`,
    ]);
  });

  it('resolves links without following them', async () => {
    const outside = makeTree({ 'o.py': '' });
    const found = await checkFiles(
      {
        'a/a.py': '',
        'loop/up': { link: '..' },
        'loop/self': { link: 'self' },
        'file.py': { link: 'a/a.py' },
        folder: { link: 'a' },
        out: { link: outside },
        'out.py': { link: path.join(outside, 'o.py') },
        gone: { link: 'nowhere' },
      },
      ['a/a.py'],
    );
    assert.deepEqual(
      found.links.sort((a, b) => (a.path < b.path ? -1 : 1)),
      [
        { path: 'file.py', target: 'a/a.py', isFolder: false },
        { path: 'folder', target: 'a', isFolder: true },
        { path: 'loop/up', target: '', isFolder: true },
      ],
    );
    assert.deepEqual(found.unread.map(odd => odd.path).sort(), ['gone', 'loop/self', 'out', 'out.py']);
    assert.deepEqual(found.unlistable, [{ path: 'out', message: 'it is a link out of the repository' }]);
  });

  it('says what stands in a file’s place', async () => {
    if (process.platform === 'win32') return;
    const { unread } = await checkFiles({ 'p.py': { pipe: true } }, []);
    assert.deepEqual(unread, [{ path: 'p.py', message: 'This is a named pipe, not a file, so it is not read' }]);
  });

  it('gives up on folders inside folders without end, and says so', async () => {
    const deep = Array.from({ length: 120 }, () => 'd').join('/');
    const found = await checkFiles({ [`${deep}/a.py`]: '', 'b.py': '' }, ['b.py']);
    assert.equal(found.unlistable[0]?.message, 'too many folders inside each other');
  });

  it('agrees with git', async function () {
    if (!hasGit()) this.skip();
    const name = fc.constantFrom('a', 'b', 'ab', 'c.py', 'd.log');
    const file = fc.array(name, { minLength: 1, maxLength: 4 }).map(parts => `${parts.join('/')}.x`);
    const piece = fc.constantFrom('a', 'b', '*', '**', '?', '*.log.x', '[ab]', 'c.py');
    const pattern = fc
      .tuple(fc.constantFrom('', '!', '/', '!/'), fc.array(piece, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([before, parts, slash]) => before + parts.join('/') + (slash ? '/' : ''))
      // More are passed over on purpose: such a pattern takes too long.
      .filter(text => text.split('**').length <= 3);
    const ignoreFile = fc.tuple(
      fc.constantFrom('', 'a/', 'b/', 'a/b/'),
      fc.array(pattern, { minLength: 1, maxLength: 3 }),
    );
    const tree = fc.record({
      files: fc.uniqueArray(file, { minLength: 3, maxLength: 12 }),
      ignores: fc.uniqueArray(ignoreFile, { minLength: 1, maxLength: 3, selector: each => each[0] }),
    });
    await fc.assert(
      fc.asyncProperty(tree, async ({ files, ignores }) => {
        const root = makeTree({});
        git(root, 'init', '-q');
        for (const each of files) addTo(root, { [each]: '' });
        for (const [folder, lines] of ignores) addTo(root, { [`${folder}.gitignore`]: lines.join('\n') });
        const theirs = git(root, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean);
        assert.deepEqual((await walkTree(root)).files.sort(), theirs.sort());
        fs.rmSync(root, { recursive: true });
      }),
      { numRuns: tries(60) },
    );
  });
});

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', ['-C', root, '-c', 'core.excludesFile=', ...args], { encoding: 'utf8' });
}
