import fc from 'fast-check';
import { Workspace } from '../../server/src/workspace';
import { checkFresh } from '../support/fresh';
import { anyArtifactFile } from '../support/generated-artifacts';
import { anyModuleFile } from '../support/generated-modules';
import { anyFile } from '../support/generated-repository';

/** What may happen to a repository: a text is written (by an editor or on disk), damaged, or goes away. */
function anyEdit(file: typeof anyFile) {
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), file, open: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('damage' as const), file, at: fc.nat(2000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('complete' as const) }) },
  );
}

const RUNS = Number(process.env['HISTORY_RUNS'] ?? 1500);

describe('any edit history', () => {
  for (const [name, file] of Object.entries({
    steps: anyFile,
    modules: anyModuleFile,
    'all systems': fc.oneof(anyFile, anyModuleFile, anyArtifactFile),
  }))
    it(`of ${name} equals a fresh build of the same files in another order`, () => {
      checkHistories(file);
    });
});

function checkHistories(file: typeof anyFile): void {
  fc.assert(
    fc.property(fc.array(anyEdit(file), { maxLength: 25 }), edits => {
      const files = new Map<string, string>();
      const workspace = new Workspace({ readText: path => files.get(path) });
      for (const edit of edits) {
        if (edit.kind === 'complete') {
          workspace.complete();
          workspace.settle();
          continue;
        }
        const [path, text] = edit.file;
        if (edit.kind === 'delete') {
          files.delete(path);
          workspace.apply(new Map([[path, undefined]]));
          continue;
        }
        const written = edit.kind === 'damage' ? text.slice(0, edit.at % (text.length + 1)) : text;
        files.set(path, written);
        workspace.apply(new Map([[path, { text: written, open: edit.kind === 'damage' || edit.open }]]));
      }
      // Closed, a damaged text is judged by what it says, as in a fresh build.
      for (const [path, text] of files) workspace.apply(new Map([[path, { text, open: false }]]));
      workspace.complete();
      workspace.settle();
      checkFresh(workspace, files);
    }),
    { numRuns: RUNS },
  );
}
