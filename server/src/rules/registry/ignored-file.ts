import { fileName } from '../../base/paths';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type RegistryHeader, SHARED } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const ignoredFile: FactRule<RegistryHeader> = {
  code: 'registry/ignored-file',
  severity: 'info',
  summary: 'A file looks like a registry, but nothing loads it.',
  why:
    'The registry manager reads src/cursus_dev/registry/workspace_registry.py of each developer workspace and no other file: ' +
    'local_step_names.py is a name from an early document, and the shared workspace supplies components only.',
  remedy: 'Move the entries to the workspace_registry.py of a developer workspace, or delete the file.',
  bad: `
#- developer_workspaces/shared/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"DataPrep": {}}
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registry/ignored-file
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"DataPrep": {}}
`,
  over: 'fact',
  kind: 'registry',
  *check(header) {
    if (header.form !== 'ignored') return;
    const name = fileName(header.file.path);
    const message =
      header.directory === SHARED && name === 'workspace_registry.py'
        ? 'The shared workspace supplies components only: no loader reads a registry in it'
        : `No loader reads ${name}: the registry of a workspace is workspace_registry.py`;
    yield { at: at(header, Part.whole), message };
  },
};
