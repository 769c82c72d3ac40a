import { pathBelow } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  classesByPlace,
  closest,
  type Core,
  coreOf,
  findModule,
  type HyperparameterEntry,
  isHyperparameterPath,
  moduleOf,
  replacementFix,
  reportWithSuggestion,
  textOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingModule: FactRule<HyperparameterEntry> = {
  code: 'hyperparameter/missing-module',
  severity: 'warning',
  summary: 'A hyperparameter class is not where HYPERPARAMETER_REGISTRY says.',
  why:
    'The class is imported by module_path and class_name only when somebody asks for it, so a module that was moved or a class ' +
    'that was renamed goes unnoticed until then. Modules of packages that are installed elsewhere are left alone.',
  remedy: 'Correct module_path or class_name.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {
    "XGBoostModelHyperparameters": {
        "class_name": "XGBoostModelHyperparameters",
        "module_path": "src.pipeline_steps.hyperparameters_xgboost",
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hyperparameter/missing-module
    },
}
#- src/cursus/steps/hyperparams/hyperparameters_xgboost.py
class XGBoostModelHyperparameters: ...
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"builder_step_name": "XGBoostTrainingStepBuilder"}}
#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {
    "XGBoostModelHyperparameters": {
        "class_name": "XGBoostModelHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_xgboost",
    },
}
#- src/cursus/steps/hyperparams/hyperparameters_xgboost.py
class XGBoostModelHyperparameters: ...
`,
  over: 'fact',
  kind: 'hyperparameter',
  wide: true,
  *check(row, lookup) {
    const module = textOf(row, 'module_path');
    const core = module === undefined ? undefined : coreOf(lookup);
    if (module === undefined || core === undefined || row.partial === true) return;
    const verdict = findModule(module, row.file.path, core, lookup);
    if (verdict.status === 'missing') yield noModule(row, module, core, lookup);
    if (verdict.status === 'found') yield* noClass(row, verdict.path, lookup);
  },
};

/** The finding at a missing module. If the class is found in another module, that one was most likely meant. */
function noModule(row: HyperparameterEntry, module: string, core: Core, lookup: Lookup): Report {
  const place = valuePlace(row, 'module_path');
  const name = textOf(row, 'class_name');
  const what = name === undefined ? 'the class' : `'${truncateName(name)}'`;
  const message = `There is no module '${truncateName(module)}' in this repository: importing ${what} from there fails`;
  return reportWithSuggestion(place, message, name === undefined ? undefined : moduleWith(name, core, lookup));
}

/** The one module in the package of core that has a class of this name. Other folders may not be packages that can be imported. */
function moduleWith(name: string, core: Core, lookup: Lookup): string | undefined {
  const classes = classesByPlace(name, lookup).get(undefined) ?? [];
  const [found, other] = classes.filter(({ file }) => pathBelow(core.package, file.path) !== undefined);
  return found === undefined || other !== undefined ? undefined : moduleOf(found.file.path, core);
}

/**
 * Reports a class that its module lacks. Only modules with known imports are checked, since they may import the class.
 */
function* noClass(row: HyperparameterEntry, path: string, lookup: Lookup): Iterable<Report> {
  const name = textOf(row, 'class_name');
  const file = lookup.file(path);
  if (name === undefined || name === '' || file === undefined || file.incomplete || !isHyperparameterPath(path)) return;
  const has = (kind: string, wanted: string): boolean =>
    file.facts.some(fact => fact.kind === kind && fact.name === wanted);
  if (has('class', name) || has('import', name) || has('import', '*')) return;
  const meant = closest(
    name,
    file.facts.filter(({ kind }) => kind === 'class').map(fact => fact.name),
  );
  const place = valuePlace(row, 'class_name');
  const message = `${path} has no class '${truncateName(name)}'`;
  if (meant === undefined) yield { at: place, message: `${message}: importing it fails` };
  else
    yield {
      at: place,
      message: `${message}. Did you mean '${truncateName(meant)}'?`,
      fixes: [replacementFix(meant, place)],
    };
}
