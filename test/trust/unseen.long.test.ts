import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { loadWorkspace } from '../../server/src/host/disk-files';
import type { PlacedFinding } from '../../server/src/model/finding';
import { Workspace } from '../../server/src/workspace';
import { someOf } from '../support/seed';

const CORPUS = path.join(import.meta.dirname, '..', 'corpus');

/** The files of a sample by path; nothing for those that are only noted. */
async function filesOf(root: string): Promise<Map<string, string | undefined>> {
  const workspace = new Workspace();
  await loadWorkspace(workspace, root, { check: false });
  return new Map(
    [...workspace.allPaths()].map(at => {
      const isRead = workspace.file(at) !== undefined;
      return [at, isRead ? fs.readFileSync(path.join(root, at), 'utf8') : undefined];
    }),
  );
}

/** The repository with a folder that cannot be listed, or a file that cannot be read. */
function workspaceWithout(
  files: ReadonlyMap<string, string | undefined>,
  { folder, file }: { readonly folder?: string; readonly file?: string },
): Workspace {
  const workspace = new Workspace({ readText: at => files.get(at) });
  if (folder !== undefined) workspace.setFolderUnlistable(folder, true);
  for (const [at, text] of files) {
    if (folder !== undefined && (folder === '' || at.startsWith(`${folder}/`))) continue;
    if (text === undefined) workspace.addPath(at);
    else if (at === file)
      workspace.takeChanges(new Map([[at, { text: '', open: false, unreadable: { message: 'No', offset: 0 } }]]));
    else workspace.takeChanges(new Map([[at, { text, open: false }]]));
  }
  workspace.complete();
  workspace.check();
  return workspace;
}

function findings(workspace: Workspace, apart?: string): PlacedFinding[] {
  return [...workspace.paths()].filter(at => at !== apart).flatMap(at => [...workspace.findings(at)]);
}

/** What is said of one thing, whatever else the message mentions. */
function claim({ path: at, span, code }: PlacedFinding): string {
  return `${at}:${span.start} ${code}`;
}

/** Without them the defaults count, and that they cannot be read is said. */
const SETTINGS = /^registry-intelligence\.yaml$|\.policy\.(?:yaml|json)$/;

/** What is true whatever else there is, or says itself that something cannot be told. */
const TRUE_ANYWAY = new Set([
  'registry/no-core',
  'registry/not-static',
  'workspace/id-mismatch',
  'tree/untracked-file',
]);

/** Whether a finding only warns, and says itself that it cannot be told. */
function isDoubt({ severity, message }: PlacedFinding): boolean {
  return severity === 'warning' && message.includes('cannot be told');
}

describe('what cannot be seen', () => {
  for (const { name } of fs.readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    it(`is never called absent: ${name}`, async () => {
      const files = await filesOf(path.join(CORPUS, name));
      const known = new Set(findings(workspaceWithout(files, {})).map(claim));
      const folders = new Set(
        [...files.keys()].flatMap(at => at.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
      );
      const untrue = new Set<string>();
      const note = (without: string, found: readonly PlacedFinding[]): void => {
        for (const each of found)
          if (!known.has(claim(each)) && !TRUE_ANYWAY.has(each.code) && !isDoubt(each))
            untrue.add(`${each.code}\t ${each.severity}\t without ${without}: ${each.path}: ${each.message}`);
      };
      const holdsSettings = (folder: string) =>
        [...files.keys()].some(at => at.startsWith(`${folder}/`) && SETTINGS.test(at));
      for (const folder of someOf([...folders], 16))
        if (!holdsSettings(folder)) note(`${folder}/`, findings(workspaceWithout(files, { folder })));
      for (const [file, text] of someOf([...files], 16))
        if (text !== undefined && !SETTINGS.test(file)) note(file, findings(workspaceWithout(files, { file }), file));
      assert.deepEqual([...untrue], []);
    });
});
