import { truncateName } from '../../base/message-text';
import { classKey, type ClassFact } from '../../model/class-outline';
import { Part } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  classesByPlace,
  classesVisibleFrom,
  derivesFrom,
  isChecked,
  isStep,
  textOf,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

const BASE = 'StepBuilderBase';

export const builderBase: KeyRule = {
  code: 'step/builder-base',
  severity: 'warning',
  summary: 'The builder class of a step is no step builder.',
  why:
    'The builder registry takes in classes that derive from StepBuilderBase and passes over all others without a message, so ' +
    'the step ends up without a builder. When a base class is out of sight, nothing is said.',
  remedy: 'Derive the class from StepBuilderBase, or name another class.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
#                                     ^^^^^^^^^^^^^^^^^^^^^ step/builder-base
}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_data_prep_step.py
class DataPrepStepBuilder: ...
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_data_prep_step.py
from cursus.core.base.builder_base import StepBuilderBase

class DataPrepStepBuilder(StepBuilderBase): ...
`,
  over: 'key',
  kind: 'class',
  atLeast: { providers: 1, readers: 1 },
  *check(name, lookup) {
    if (name === BASE) return;
    const places = classesByPlace(name, lookup);
    const wrong = new Set([...places.values()].filter(classes => areNoBuilders(classes, lookup)));
    if (wrong.size === 0) return;
    for (const entry of lookup.readers(classKey(name)).filter(isStep)) {
      if (textOf(entry, 'builder_step_name') !== name || entry.partial === true) continue;
      const found = classesVisibleFrom(workspaceDirectory(entry.file.path), places);
      const [first] = found;
      if (first === undefined || !wrong.has(found) || !isChecked(entry, lookup)) continue;
      yield {
        at: valuePlace(entry, 'builder_step_name'),
        message: `'${truncateName(name)}' does not derive from ${BASE}, so the builder registry passes over it`,
        related: [{ at: at(first, Part.name), message: 'the class' }],
      };
    }
  },
};

/** Whether none of some classes of one name can be a builder. */
function areNoBuilders(classes: readonly ClassFact[], lookup: Lookup): boolean {
  return classes.length > 0 && classes.every(fact => derivesFrom(fact, BASE, lookup) === 'no');
}
