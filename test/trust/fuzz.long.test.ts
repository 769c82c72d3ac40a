import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { completion } from '../../server/src/features/at-cursor/completion';
import { hover } from '../../server/src/features/at-cursor/hover';
import type { Workspace } from '../../server/src/workspace';
import { checkFresh } from '../support/fresh';
import { checkInvariants, parseFixture, workspaceOfFiles } from '../support/fixture';
import { tries } from '../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', 'corpus');
const KEPT = path.join(import.meta.dirname, 'kept');
const RUNS = tries(500);
/** How many times as much as the sample repositories, for its size, a text may cost: far beyond what any does. */
const MOST = 100;
/** In milliseconds of the processor. Very short times say nothing, so this is added. */
const FLOOR = 20;

/** The texts of each sample repository. */
const REPOSITORIES = fs
  .readdirSync(CORPUS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => textsBelow(path.join(CORPUS, name)))
  .filter(({ size }) => size > 0);

/** Pieces that mean something to one of the readers, or to a careless one. */
const PIECES = [
  '{', '}', '[', ']', '(', ')', ':', ': ', ',', '"', "'", '"""', "'''", '\\', '\n', '\r\n', '\r', '\t', '\0', '\u2028', '\ufeff', '\ud800',
  '#', '- ', '? ', '&a ', '*a', '<<: *a\n', '!!python/object/apply:os.system ', '|\n', '>-\n', '---\n', '...\n', '%YAML 9\n', '~', '1e999', '0x', '.inf',
  '__proto__', 'constructor', '../', '/etc/passwd', '${x}', '\x1b[2J', '\u202e', '\u200b', 'é', '😀',
  'STEP_NAMES = {', 'LOCAL_STEPS', 'STEP_OVERRIDES = ', 'WORKSPACE_METADATA = {}\n', 'del STEP_NAMES["X"]\n', '.update(', '**{', 'class X(X):\n    pass\n', 'def f():\n', 'f"{', 'lambda: ', 'import *\n', 'global x\n', 'if 1:\n', 'else:\n', 'match x:\n',
  'export default ', 'export * from "./b";\n', 'Type.Object({', '=> {', '/*', '//', '`', '[[', '[project.entry-points.node_registry]\n', 'a.b.c = 1\n',
  '# registry: ignore[*]\n', '# registry: ignore-file[', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n', 'name: ', 'versions:\n', 'dependencies:\n', 'children:\n', 'type: directory\n',
]; // prettier-ignore

type Mutation =
  | { readonly do: 'insert'; readonly at: number; readonly piece: string; readonly times: number }
  | { readonly do: 'cut'; readonly at: number; readonly size: number }
  | { readonly do: 'lines'; readonly from: number; readonly size: number; readonly to: number; readonly move: boolean }
  | { readonly do: 'indent'; readonly line: number; readonly by: number }
  | { readonly do: 'word'; readonly at: number; readonly piece: string }
  | { readonly do: 'splice'; readonly at: number; readonly from: number; readonly size: number };

const place = fc.nat(100_000);
const piece = fc.constantFrom(...PIECES);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), at: place, piece, times: fc.constantFrom(1, 1, 1, 2, 300) }),
  fc.record({ do: fc.constant('cut' as const), at: place, size: fc.constantFrom(1, 2, 10, 100, 10_000) }),
  fc.record({
    do: fc.constant('lines' as const),
    from: place,
    size: fc.integer({ min: 1, max: 12 }),
    to: place,
    move: fc.boolean(),
  }),
  fc.record({ do: fc.constant('indent' as const), line: place, by: fc.integer({ min: -4, max: 4 }) }),
  fc.record({ do: fc.constant('word' as const), at: place, piece }),
  fc.record({ do: fc.constant('splice' as const), at: place, from: place, size: fc.integer({ min: 1, max: 400 }) }),
);

const attempt = fc.record({
  repository: fc.nat(REPOSITORIES.length - 1),
  file: place,
  other: place,
  mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
  cursor: place,
});

describe('readers and rules, whatever happens to the files of a repository', () => {
  /** What a character of the largest sample repository costs, in milliseconds of the processor. */
  let usual: number;
  before(() => {
    const largest = REPOSITORIES.reduce((most, each) => (sizeOf(each) > sizeOf(most) ? each : most));
    const [at, text] = [...largest][0]!;
    // What comes first is compiled on the way.
    survives(largest, at, text, 0);
    usual = costOf(() => survives(largest, at, text, 0)) / sizeOf(largest);
  });

  const survivesInTime = (files: ReadonlyMap<string, string>, at: string, text: string, cursor: number): void => {
    const cost = costOf(() => survives(files, at, text, cursor));
    const most = MOST * (FLOOR + usual * (sizeOf(files) + text.length));
    assert.ok(cost < most, `${text.length} characters took ${(cost / most) * MOST} times as long as others`);
  };

  it('survive, say nothing that cannot be, and forget it when it is mended', () => {
    fc.assert(
      fc.property(attempt, ({ repository, file, other, mutations, cursor }) => {
        const files = REPOSITORIES[repository]!;
        const paths = [...files.keys()];
        const at = paths[file % paths.length]!;
        const donor = files.get(paths[other % paths.length]!)!;
        const text = mutations.reduce((each, change) => mutated(each, change, donor), files.get(at)!).slice(0, 100_000);
        survivesInTime(files, at, text, cursor);
      }),
      { numRuns: RUNS },
    );
  }).timeout(3_600_000);

  for (const name of fs.readdirSync(KEPT))
    it(`survive what was found before: ${name}`, () => {
      const { files } = parseFixture(fs.readFileSync(path.join(KEPT, name), 'utf8'));
      for (const [at, text] of files) survivesInTime(files, at, text, 0);
    });
});

/** Opens a text in a repository, asks about it, closes it with what it was before. */
function survives(files: ReadonlyMap<string, string>, at: string, text: string, cursor: number): void {
  const now = new Map(files);
  const workspace = workspaceOfFiles(files, { readText: path => now.get(path) });
  now.set(at, text);
  // On disk first, where damage is bridged by nothing; then in an editor.
  for (const open of [false, true]) {
    workspace.apply(new Map([[at, { text, open }]]));
    check(workspace, now);
    const offset = cursor % (text.length + 1);
    hover(workspace, at, offset, {}, { linkTo: () => undefined });
    completion(workspace, at, offset, {});
  }
  workspace.apply(new Map([[at, { text, open: false }]]));
  checkFresh(workspace, now);
}

/** In milliseconds of the processor: what else the machine does must not count. */
function costOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function sizeOf(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((sum, text) => sum + text.length, 0);
}

function check(workspace: Workspace, files: ReadonlyMap<string, string>): void {
  for (const path of files.keys()) {
    checkInvariants(workspace.findings(path), files);
    const length = files.get(path)!.length;
    for (const fact of workspace.file(path)?.facts ?? []) {
      const span = workspace.span({ fact, part: 0 });
      if (span !== undefined)
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, `${fact.kind} of ${path}`);
    }
  }
}

function mutated(text: string, change: Mutation, donor: string): string {
  const cut = (from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
  switch (change.do) {
    case 'insert': {
      const at = change.at % (text.length + 1);
      return cut(at, at, change.piece.repeat(change.times));
    }
    case 'cut': {
      const at = change.at % (text.length + 1);
      return cut(at, at + change.size, '');
    }
    case 'word': {
      const words = [...text.matchAll(/[\w.-]+/g)];
      if (words.length === 0) return text;
      const { index, 0: word } = words[change.at % words.length]!;
      return cut(index, index + word.length, change.piece);
    }
    case 'splice': {
      const [at, from] = [change.at % (text.length + 1), change.from % (donor.length + 1)];
      return cut(at, at, donor.slice(from, from + change.size));
    }
    case 'indent': {
      const lines = text.split('\n');
      const line = change.line % lines.length;
      lines[line] = change.by > 0 ? ' '.repeat(change.by) + lines[line]! : lines[line]!.slice(-change.by);
      return lines.join('\n');
    }
    case 'lines': {
      const lines = text.split('\n');
      const from = change.from % lines.length;
      const taken = change.move ? lines.splice(from, change.size) : lines.slice(from, from + change.size);
      lines.splice(change.to % (lines.length + 1), 0, ...taken);
      return lines.join('\n');
    }
  }
}

function textsBelow(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== 'expect.yaml')
      found.set(path.relative(root, at).split(path.sep).join('/'), fs.readFileSync(at, 'utf8'));
  }
  return found;
}
