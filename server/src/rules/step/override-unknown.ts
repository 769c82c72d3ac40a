import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  aliasKey,
  closest,
  coreOf,
  coreStepNames,
  definitionsOf,
  isCoreRow,
  isWorkspaceRow,
  type StepEntry,
  stepKey,
  type StepsTable,
  stepsTable,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const overrideUnknown: KeyRule = {
  code: 'step/override-unknown',
  severity: 'warning',
  judges: 'overrides of unknown steps',
  summary: 'An override names a step that core does not have.',
  why:
    'There is nothing to replace: the loader accepts the entry without a message and treats it like a local step, so a slip in ' +
    'the name leaves the core step as it was. One design document has the registration of such an override fail.',
  remedy: 'Correct the name, or move the entry to LOCAL_STEPS if it is a new step.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
STEP_OVERRIDES = {
    "XGBoostTrainning": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"},
#   ^^^^^^^^^^^^^^^^^^ step/override-unknown
}
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
STEP_OVERRIDES = {
    "XGBoostTraining": {"builder_step_name": "FraudXGBoostTrainingStepBuilder"},
}
`,
  over: 'key',
  kind: 'step',
  atLeast: { providers: 1 },
  *check(name, lookup) {
    const rows = lookup.providers(stepKey(name));
    if (!rows.some(({ table }) => table === 'STEP_OVERRIDES')) return;
    const core = coreOf(lookup);
    if (core === undefined || core.open || rows.some(row => !isWorkspaceRow(row) && isCoreRow(row, core))) return;
    const definitions = definitionsOf(name, lookup);
    const locals = new Set(definitions.filter(({ scope }) => scope === 'workspace').map(({ entry }) => entry.file));
    const alone = definitions.filter(
      ({ entry, scope, loaded }) =>
        scope === 'override' && loaded === true && entry.partial !== true && !locals.has(entry.file),
    );
    if (alone.length === 0) return;
    const meant = meantBy(name, lookup);
    for (const { entry } of alone) yield report(entry, meant, stepsTable(lookup));
  },
};

/** The core step that was likely meant: the one that `name` is an old name of, else the most similar one. */
function meantBy(name: string, lookup: Lookup): string | undefined {
  const [alias] = lookup.providers(aliasKey(name));
  return alias?.target ?? closest(name, coreStepNames(lookup));
}

function report(entry: StepEntry, meant: string | undefined, steps: StepsTable): Report {
  const message = `'${truncateName(entry.name)}' is no core step, so this overrides nothing`;
  const { fixes = [], ...rest } = reportWithSuggestion(at(entry, Part.name), message, meant);
  return { ...rest, fixes: [...fixes, moveToSteps(entry, steps)] };
}

function moveToSteps(fact: StepEntry, to: StepsTable): Fix {
  return { title: `Move to ${to}`, safe: false, edits: [{ do: 'move-entry', fact, to }] };
}
