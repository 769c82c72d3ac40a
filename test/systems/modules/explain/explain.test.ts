import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { loadWorkspace } from '../../../../server/src/host/disk-files';
import type { Explanation } from '../../../../server/src/model/explanation';
import { Workspace } from '../../../../server/src/workspace';
import { explain } from '../../../../server/src/features/explain/explain';
import { workspaceOfFiles } from '../../../support/fixture';
import { anyModuleFile } from '../../../support/generated-modules';
import { moduleText, needs } from '../module-text';
import { discoverPython, type Reference } from './reference';
import { tries } from '../../../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', '..', '..', 'corpus');

const RUNS = tries(2000);

/** What an explanation says that the documents do not. Nothing where the reference does not understand the repository. */
function check(said: Explanation, id: string, reference: Reference): string[] {
  const problems: string[] = [];
  const is = (what: string, now: unknown, expected: unknown): void => {
    if (JSON.stringify(now) !== JSON.stringify(expected))
      problems.push(`${id}: ${what} is ${JSON.stringify(now)}, not ${JSON.stringify(expected)}`);
  };
  const judged = reference.modules.get(id);
  const { outcome, trace, pipeline } = said;
  if (judged === undefined) {
    is('resolved', outcome.resolved, false);
    is('trace', trace.length, 0);
    return problems;
  }
  const files = [judged, ...judged.others];
  const sources = trace.map(({ source }) => source);
  // A file that holds nothing like a module has the id as well, but is not shown.
  is(
    'files',
    sources.filter(each => !files.some(({ path: at }) => at === each)),
    [],
  );
  is(
    'files left out',
    files.filter(({ path: at, ready }) => ready === 'yes' && !sources.includes(at)),
    [],
  );
  if (sources.length < files.length) return problems;
  is(
    'order of files',
    sources,
    files.map(({ path: at }) => at),
  );
  for (const { verdict, why } of trace.slice(1)) {
    is('verdict of a file that is passed over', verdict, 'dropped');
    if (why === '') problems.push(`${id}: nothing says why a file is dropped`);
  }
  is('stages', pipeline.length, 8);
  if (reference.aborts === 'unknown' || judged.ready === 'unknown') return problems;
  const place = reference.order.indexOf(id) + 1;
  is('resolved', outcome.resolved, place > 0);
  if (place > 0) {
    is('winner', outcome.winner, judged.path);
    is('reason', outcome.reason, `registered as number ${place} of ${reference.order.length}`);
    is('verdict', trace[0]?.verdict, 'selected');
    is('stages passed', pipeline.filter(each => each.outcome === 'not reached' || each.outcome === 'lost').length, 0);
    return problems;
  }
  const isAborted = reference.aborts === 'early' || (reference.aborts === 'late' && judged.ready === 'yes');
  is('verdict', trace[0]?.verdict, isAborted ? 'not loaded' : 'dropped');
  is('reason', outcome.reason.split(':')[0], isAborted ? 'not-loaded' : 'skipped');
  is('conflicts', said.conflicts.length > 0, reference.aborts !== 'no');
  return problems;
}

/** Every explanation of a repository; with how many of them were judged to the end. */
function checkAll(workspace: Workspace, files: ReadonlyMap<string, string>): number {
  const reference = discoverPython(files);
  // Of several files with one id, the order of the disk decides which one is meant.
  const ids = [...files.keys()].filter(at => at.endsWith('.py')).map(at => at.slice(0, -3).replaceAll('/', '.'));
  if (reference === undefined || new Set(ids).size < ids.length) return 0;
  const { lookup } = workspace;
  const modules = workspace.answers.find(({ kind }) => kind === 'module')!;
  // Of ids that a file of the other language has as well, the first by path is explained.
  const scripts = new Set(
    [...files.keys()]
      .filter(at => /\.[tj]s$/.test(at))
      .map(at => at.replace(/^[^/]*\/|\.[tj]s$/g, '').replaceAll('/', '.')),
  );
  const python = [...modules.names(lookup)].filter(id => ![...scripts].some(each => id.endsWith(each)));
  for (const [id, { ready }] of reference.modules)
    if (ready === 'yes' && !scripts.has(id) && ![...scripts].some(each => id.endsWith(each)))
      assert.ok(python.includes(id), `${id} is not explained`);
  for (const id of [...python, 'no.such.module']) {
    const [said] = explain(workspace, id, { mode: 'automatic', profile: 'isolated' }, 'module');
    if (said !== undefined) assert.deepEqual(check(said, id, reference), []);
  }
  return reference.aborts === 'unknown' ? 0 : reference.modules.size;
}

describe('explanations of modules', () => {
  it('are right by a discovery written from the documents, in generated repositories', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.array(anyModuleFile, { maxLength: 9 }), files => {
        const texts = new Map(files);
        judged += checkAll(workspaceOfFiles(texts, { rules: [] }), texts);
      }),
      { numRuns: RUNS },
    );
    assert.ok(judged > RUNS / 4, `${judged} judged`);
  }).timeout(600_000);

  for (const [what, own, lost] of [
    [
      'a companion that aborts stands beside a file that is no module',
      {
        'plugins/x_meta.yaml': '- a\n',
        'plugins/x.py': 'class Broken(\n',
        'extensions/a.py': moduleText(),
      },
      'extensions.a',
    ],
    [
      'an id that is needed has no namespace, as if its file were there',
      {
        'plugins/a_meta.yaml': needs('a'),
        'plugins/a.py': moduleText(),
        'extensions/b.py': moduleText(),
      },
      'shop.a',
    ],
  ] as const)
    it(`are right where ${what}`, () => {
      const roots = 'extensions:\n  roots: [./extensions, {root: ./plugins, namespace: shop}]\n';
      const files = new Map(Object.entries({ 'apcore.yaml': roots, ...own }));
      assert.ok(checkAll(workspaceOfFiles(files, { rules: [] }), files) > 0);
      const [said] = explain(workspaceOfFiles(files), lost, { mode: 'automatic', profile: 'isolated' });
      assert.match(said!.outcome.reason, /^not-loaded/);
    });

  it('say once why the discovery aborts, and once more with a link to its cause', () => {
    const files = new Map(Object.entries({ 'extensions/a_meta.yaml': needs('gone'), 'extensions/a.py': moduleText() }));
    const [said] = explain(workspaceOfFiles(files), 'a', { mode: 'automatic', profile: 'isolated' });
    const { outcome, trace, pipeline, conflicts } = said!;
    const reasons = [outcome.reason, ...[...trace, ...pipeline].map(({ why }) => why)];
    assert.equal(reasons.filter(each => each.includes("unsatisfied required dependency 'gone'")).length, 1);
    assert.equal(conflicts.length, 1);
  });

  for (const { name } of fs.readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    it(`are right by it in the sample repository ${name}`, async () => {
      const root = path.join(CORPUS, name);
      const readText = (at: string): string => fs.readFileSync(path.join(root, at), 'utf8');
      const workspace = new Workspace({ rules: [], readText });
      await loadWorkspace(workspace, root);
      checkAll(workspace, new Map([...workspace.allPaths()].map(at => [at, readText(at)])));
    });
});
