import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { soleCheckpoint } from '../../../server/src/base/cancellation';
import { rename } from '../../../server/src/features/edit/rename';
import { applyEdits } from '../../../server/src/features/edit/text-edit';
import { Part } from '../../../server/src/model/fact';
import type { Workspace } from '../../../server/src/workspace';
import { workspaceOfFiles } from '../../support/fixture';
import { someOf } from '../../support/seed';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../examples');

/** What a rename that forgets a mention, or takes one too many, would add to. */
const BROKEN = new Set([
  'registry/syntax-error',
  'registry/duplicate-key',
  'step/unknown-reference',
  'step/unknown-source',
  'step/override-unknown',
  'step/shadows-core',
  'step/conflict',
  'step/missing-builder',
  'step/missing-config',
  'step/unregistered-builder',
  'module/missing-dependency',
  'module/optional-dependency-missing',
  'module/orphan-metadata',
  'module/invalid-id',
  'module/entry-point',
  'artifact/name-mismatch',
  'artifact/missing-path',
  'artifact/missing-metadata',
  'artifact/incompatible',
  'tree/stale-entry',
  'tree/missing-artifact',
]);

/** The run time knows these by name: without a builder they are right, under another name they are not. */
const KNOWN_BY_NAME = new Set(['Base', 'Processing', 'HyperparameterPrep']);

describe('rename of rows of the examples', () => {
  const files = new Map(
    fs
      .readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(py|yaml)$/.test(file))
      .map(file => [file.replaceAll('\\', '/'), fs.readFileSync(path.join(EXAMPLES, file), 'utf8')]),
  );
  const workspace = workspaceOfFiles(files);
  const before = broken(workspace, files);
  const all = workspace.answers
    .filter(answers => answers.rename !== undefined)
    .flatMap(answers => answers.list(undefined, workspace.lookup));
  const rows = someOf(all, 6);

  for (const across of [false, true]) {
    it(`breaks nothing, or is refused${across ? ', also across the registry' : ''}`, async () => {
      let done = 0;
      for (const { place, name } of rows) {
        const { path: file } = place.fact.file;
        const span = workspace.span({ fact: place.fact, part: Part.name })!;
        const how = { across, isReadOnly: () => false };
        const found = await rename(workspace, file, span.start + 1, newName(name), {}, how, soleCheckpoint());
        assert.ok(found !== undefined, name);
        if ('refused' in found || KNOWN_BY_NAME.has(name)) continue;
        const after = new Map(files);
        for (const [each, edits] of found.files) after.set(each, applyEdits(files.get(each)!, edits));
        for (const move of found.moves) {
          after.set(move.to, after.get(move.path)!);
          after.delete(move.path);
        }
        assert.deepEqual(more(broken(workspaceOfFiles(after), after), before), [], `${file}: ${name}`);
        done++;
      }
      assert.ok(done > rows.length / 2, `${done} of ${rows.length}`);
    });
  }
});

/** Of the form of the old one: module ids have only small letters, and begin with the names of their folders. */
function newName(name: string): string {
  return /^[a-z_]+\./.test(name) ? name.replace(/[^.]+$/, 'quite_another') : 'QuiteAnotherName';
}

/** How often each of the findings is there that a bad rename makes. */
function broken(workspace: Workspace, files: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files.keys())
    for (const { code } of workspace.findings(file))
      if (BROKEN.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function more(now: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): string[] {
  return [...now].flatMap(([code, count]) =>
    count > (then.get(code) ?? 0) ? [`${code} ${then.get(code) ?? 0} → ${count}`] : [],
  );
}
