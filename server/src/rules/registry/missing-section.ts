import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { isHeader, isMetadata, isVariable } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const missingSection: FileRule = {
  code: 'registry/missing-section',
  severity: 'hint',
  summary: 'A workspace registry has no WORKSPACE_METADATA.',
  why:
    'Without it the workspace goes by the name of its directory, and there is no description, version or list of ' +
    'dependencies for others to see. Loading works without it.',
  remedy: 'Add WORKSPACE_METADATA with at least developer_id, version and description.',
  bad: `
LOCAL_STEPS = {
#^^^^^^^^^^ registry/missing-section
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}

WORKSPACE_METADATA = {
    "developer_id": "alice",
    "version": "1.0.0",
    "description": "Data preparation",
}
`,
  over: 'file',
  *check(file) {
    const header = file.facts.find(isHeader);
    if (header?.form !== 'workspace' || file.incomplete || file.facts.find(isMetadata) !== undefined) return;
    const first = file.facts.find(isVariable);
    if (first === undefined) return;
    yield {
      at: at(first, Part.name),
      message: 'There is no WORKSPACE_METADATA; version, description and preferences of this workspace are unknown',
    };
  },
};
