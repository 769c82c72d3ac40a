import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at, type Related, type Report } from '../../model/finding';
import {
  type Definition,
  isExemptFromBuilder,
  rowsLackingClass,
  searchedInWords,
  stubbedStepOf,
  stubFor,
  reportWithSuggestion,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

const CORE = `#- src/cursus/registry/step_names.py
STEP_NAMES = {"Base": {"builder_step_name": "StepBuilderBase"}}
#- src/cursus/core/base/builder_base.py
class StepBuilderBase: ...
#- src/cursus/steps/builders/__init__.py
`;

export const missingBuilder: KeyRule = {
  code: 'step/missing-builder',
  severity: 'error',
  judges: 'missing builders',
  summary: 'The builder class of a step is nowhere.',
  why:
    'The registry loads, but a pipeline with this step fails with “No step builder found”. A class is looked for in the ' +
    "step's own workspace, then in the shared one, then in core; other workspaces and tests do not count. Steps that need no " +
    'builder of their own are left alone: Base and Processing, those of the internal SDK, and all core steps of versions that ' +
    'make builders from interfaces. Where no core or no folder of builders is in sight, nothing is said.',
  remedy: 'Correct the name, or write the builder; the quick fix creates a file to start from.',
  bad: `
${CORE}#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
#                                     ^^^^^^^^^^^^^^^^^^^^^ step/missing-builder
}
`,
  good: `
${CORE}#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_data_prep_step.py
from cursus.core.base.builder_base import StepBuilderBase

class DataPrepStepBuilder(StepBuilderBase): ...
`,
  over: 'key',
  kind: 'class',
  atLeast: { readers: 1 },
  *check(name, lookup) {
    for (const { definition, meant, places } of rowsLackingClass('builder', name, lookup)) {
      const elsewhere = [...places.values()].flat().slice(0, 1);
      yield {
        ...report(name, definition, meant?.name),
        related: elsewhere.map((fact): Related => {
          const place = truncateName(workspaceDirectory(fact.file.path) ?? 'core');
          return { at: at(fact, Part.name), message: `workspace '${place}' has one, which nobody else can use` };
        }),
      };
    }
  },
};

function report(name: string, definition: Definition, meant: string | undefined): Report {
  const { entry } = definition;
  const place = valuePlace(entry, 'builder_step_name');
  const stub = stubFor('builder', name, stubbedStepOf(entry));
  const where = searchedInWords(definition.scope === 'core');
  const message = `No class '${truncateName(name)}' ${where}: building a pipeline with this step fails`;
  const { fixes = [], ...rest } = reportWithSuggestion(place, message, meant);
  return {
    ...rest,
    fixes: [...fixes, ...(stub === undefined ? [] : [{ title: 'Create a builder', safe: false, edits: [stub] }])],
    ...(isExemptFromBuilder(entry.name) ? { severity: 'warning' } : {}),
  };
}
