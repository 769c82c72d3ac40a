import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { isSettings, settingsOf } from '../../model/settings';
import { unseenAt } from '../../model/unseen';
import { INVALID, isPackPath } from '../../systems/project/public';
import type { FileRule } from '../rule';

export const invalid: FileRule = {
  code: INVALID,
  severity: 'error',
  summary: 'The project file or a policy pack that it names breaks its schema, or names something that does not exist.',
  why:
    'A setting that cannot be understood is left out, and what it was meant to change stays as it is by default. The rest of ' +
    'the file is in force; of a policy pack, every other policy. A core registry or workspaces folder that is not there leaves the repository without one; an artifact registry is not asked.',
  remedy:
    'Correct the key, the value or the path; docs/project-file.md has every key with its values and its default, docs/policy-packs.md those of packs.',
  bad: `
#- registry-intelligence.yaml
workspaces: developer_workspace/developers
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ config/invalid
rules:
  - code: step/shadow-core
#         ^^^^^^^^^^^^^^^^ config/invalid
    severity: error
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
`,
  good: `
#- registry-intelligence.yaml
workspaces: developer_workspaces/developers
rules:
  - code: step/shadows-core
    severity: error
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
`,
  over: 'file',
  // Whether a path exists is known when everything has been seen.
  wide: true,
  *check(file, lookup) {
    // A file that no setting names as a policy pack may be anything.
    if (isPackPath(file.path) && !settingsOf(lookup).policies.packs.includes(file.path)) return;
    for (const { code, span, message } of file.problems) if (code === INVALID) yield { at: { file, span }, message };
    const fact = file.facts.find(isSettings);
    if (fact === undefined) return;
    for (const [i, { path, what, otherwise }] of fact.paths.entries()) {
      const isThere =
        (what !== 'folder' && lookup.hasFile(path)) ||
        (what !== 'file' && lookup.hasFolder(path)) ||
        unseenAt(path, lookup) !== undefined;
      if (!isThere)
        yield { at: at(fact, Part.fieldValue(i)), message: `No ${what} '${truncateName(path)}': ${otherwise}` };
    }
  },
};
