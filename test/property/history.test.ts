import fc from 'fast-check';
import { Workspace } from '../../server/src/workspace';
import { checkFresh } from '../support/fresh';
import { anyArtifactFile } from '../support/generated-artifacts';
import { anyModuleFile } from '../support/generated-modules';
import { anyFile } from '../support/generated-repository';
import { tries } from '../support/seed';

/** What may happen to a repository: a text is written (by an editor or on disk), damaged, or goes away. */
function anyEdit(file: typeof anyFile) {
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), file, open: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('damage' as const), file, at: fc.nat(2000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('complete' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unreadable' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), folder: fc.constantFrom(...FOLDERS) }) },
  );
}

/** Folders that can be listed at one time and not at another. */
const FOLDERS = [
  '',
  'src',
  'developer_workspaces',
  'src/cursus/steps/builders',
  'extensions',
  'src/onex/nodes/stamper',
];

const RUNS = tries(1500);

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
          workspace.check();
          continue;
        }
        if (edit.kind === 'close') {
          workspace.setFolderUnlistable(edit.folder, true);
          workspace.check();
          continue;
        }
        const [path, text] = edit.file;
        if (edit.kind === 'delete') {
          files.delete(path);
          workspace.apply(new Map([[path, undefined]]));
          continue;
        }
        if (edit.kind === 'unreadable') {
          const unreadable = { message: 'This file cannot be read', offset: 0 };
          files.set(path, text);
          workspace.apply(new Map([[path, { text: '', open: false, unreadable }]]));
          continue;
        }
        const written = edit.kind === 'damage' ? text.slice(0, edit.at % (text.length + 1)) : text;
        files.set(path, written);
        workspace.apply(new Map([[path, { text: written, open: edit.kind === 'damage' || edit.open }]]));
      }
      // Closed, a damaged text is judged by what it says, as in a fresh build.
      for (const folder of FOLDERS) workspace.setFolderUnlistable(folder, false);
      for (const [path, text] of files) workspace.apply(new Map([[path, { text, open: false }]]));
      workspace.complete();
      workspace.check();
      checkFresh(workspace, files);
    }),
    { numRuns: RUNS },
  );
}
