import { inWords } from '../../base/in-words';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { FixEdit } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import { unseenAt } from '../../model/unseen';
import { type RegistryHeader, workspaceFolder } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingDirectory: FactRule<RegistryHeader> = {
  code: 'workspace/missing-directory',
  severity: 'info',
  summary: 'A workspace lacks a directory that the layout expects.',
  why:
    'The validation of a workspace expects src/cursus_dev/registry, src/cursus_dev/steps/builders, src/cursus_dev/steps/configs ' +
    'and test (“Required directory missing”). Loading works without them. Git does not keep empty directories, so each needs ' +
    'a file.',
  remedy: 'Create the directory; the quick fix does.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
#^^^^^^^^^^^^^^^ workspace/missing-directory
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/__init__.py
#- developer_workspaces/developers/alice/src/cursus_dev/steps/configs/__init__.py
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/__init__.py
#- developer_workspaces/developers/alice/src/cursus_dev/steps/configs/__init__.py
#- developer_workspaces/developers/alice/test/__init__.py
`,
  over: 'fact',
  kind: 'registry',
  wide: true,
  *check(header, lookup) {
    const folder = workspaceFolder(header.file.path);
    if (header.form !== 'workspace' || folder === undefined) return;
    const missing = EXPECTED.filter(names => !names.some(name => isThere(`${folder}/${name}`, lookup))).map(
      ([name]) => name,
    );
    if (missing.length === 0) return;
    const list = inWords(missing, 'and');
    const edits = missing.map((name): FixEdit => ({
      do: 'create-file',
      path: `${folder}/${name}/__init__.py`,
      text: '',
    }));
    yield {
      at: at(header, Part.whole),
      message: `This workspace has no ${list}, which the layout of a workspace expects`,
      fixes: [{ title: `Create ${list}`, safe: false, edits }],
    };
  },
};

function isThere(folder: string, lookup: Lookup): boolean {
  return lookup.hasFolder(folder) || unseenAt(folder, lookup) !== undefined;
}

/** The directories that are expected, each with other names that are accepted. */
const EXPECTED: readonly (readonly [string, ...string[]])[] = [
  ['src/cursus_dev/steps/builders'],
  ['src/cursus_dev/steps/configs'],
  ['test', 'tests'],
];
