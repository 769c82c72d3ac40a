import { shown } from '../../base/shown';
import { classKey, type ClassFact } from '../../model/class-outline';
import type { Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { textOf, valuePlace, type HyperparameterEntry } from '../../systems/steps/facts';
import { isTestPath } from '../../systems/steps/layout';
import { importRoots, moduleOf, modulePlace } from '../../systems/steps/modules';
import type { FactRule } from '../rule';

export const missingModule: FactRule<HyperparameterEntry> = {
  code: 'hyperparameter/missing-module',
  severity: 'warning',
  summary: 'A row of HYPERPARAMETER_REGISTRY leads to a module or class that does not exist.',
  why:
    'The class is imported from module_path when hyperparameters of that model are made, and the import fails. Modules of ' +
    'packages that are installed elsewhere are not looked for.',
  remedy: 'Correct module_path and class_name, or delete the row.',
  bad: `
#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {
    "XGBoost": {
        "class_name": "XGBoostHyperparameters",
        "module_path": "src.pipeline_steps.hyperparameters_xgboost",
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hyperparameter/missing-module
    },
}
#- src/cursus/steps/hyperparams/hyperparameters_xgboost.py
class XGBoostHyperparameters: ...
`,
  good: `
#- src/cursus/registry/hyperparameter_registry.py
HYPERPARAMETER_REGISTRY = {
    "XGBoost": {
        "class_name": "XGBoostHyperparameters",
        "module_path": "cursus.steps.hyperparams.hyperparameters_xgboost",
    },
}
#- src/cursus/steps/hyperparams/hyperparameters_xgboost.py
class XGBoostHyperparameters: ...
`,
  over: 'fact',
  kind: 'hyperparameter',
  wide: true,
  *check(row, lookup) {
    const module = textOf(row, 'module_path');
    if (module === undefined || row.partial === true || !/^\w+(\.\w+)*$/.test(module)) return;
    const name = textOf(row, 'class_name') ?? row.name;
    const classes = (lookup.providers(classKey(name)) as readonly ClassFact[]).filter(
      ({ file }) => !isTestPath(file.path),
    );
    const roots = importRoots(row.file.path, lookup);
    const place = modulePlace(module, roots, lookup);
    if (place === 'missing') yield noModule(row, module, classes, roots);
    else if (place !== 'elsewhere' && classes.length === 0 && !mayHold(place.path, name, lookup))
      yield noClass(row, module, name);
  },
};

/** A file that cannot be read wholly, or that is not Python, may hold anything. */
function mayHold(path: string, name: string, lookup: Lookup): boolean {
  const file = lookup.file(path);
  return file === undefined || file.incomplete || file.facts.some(fact => fact.kind === 'class' && fact.name === name);
}

function noModule(
  row: HyperparameterEntry,
  module: string,
  classes: readonly ClassFact[],
  roots: readonly string[],
): Report {
  const at = valuePlace(row, 'module_path');
  const message = `There is no module '${shown(module)}'`;
  const meant = classes[0] && moduleOf(classes[0].file.path, roots);
  if (meant === undefined) return { at, message: `${message}, so the class cannot be imported` };
  return {
    at,
    message: `${message}. The class is in '${shown(meant)}'`,
    fixes: [{ title: `Change to '${shown(meant)}'`, safe: false, edits: [{ do: 'replace', at, text: meant }] }],
  };
}

function noClass(row: HyperparameterEntry, module: string, name: string): Report {
  return {
    at: valuePlace(row, 'class_name'),
    message: `There is no class '${shown(name)}' in '${shown(module)}', so it cannot be imported`,
  };
}
