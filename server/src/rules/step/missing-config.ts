import { shown } from '../../base/truncate';
import { classKey } from '../../model/class-outline';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import {
  checkedDefinition,
  classesByPlace,
  classesVisibleFrom,
  classFinder,
  type Definition,
  isInCore,
  isStep,
  lacksClass,
  likelyClassFinder,
  searchScopesOf,
  stubbedStepOf,
  stubFor,
  reportWithSuggestion,
  textOf,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

const FILES = `#- src/cursus/registry/step_names.py
STEP_NAMES = {"PyTorchModel": {"config_class": "PyTorchModelStepConfig"}}
#- src/cursus/steps/configs/config_pytorch_model_step.py
class PyTorchModelStepConfig: ...
`;

export const missingConfig: KeyRule = {
  code: 'step/missing-config',
  severity: 'warning',
  summary: 'The config class of a step is nowhere.',
  why:
    'A pipeline is made from configs: the class of a config leads to the step. When no such class exists, the step is never ' +
    'reached, and code that loads the class by its name fails. A class is looked for in the own workspace, then in the shared ' +
    'one, then in core. Where no core or no folder of configs is in sight, nothing is said.',
  remedy: 'Correct the name, or write the config; the quick fix creates a file to start from.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"PyTorchModel": {"config_class": "PyTorchModelConfig"}}
#                                              ^^^^^^^^^^^^^^^^^^^^ step/missing-config
#- src/cursus/steps/configs/config_pytorch_model_step.py
class PyTorchModelStepConfig: ...
`,
  good: `
${FILES}`,
  over: 'key',
  kind: 'class',
  atLeast: { readers: 1 },
  *check(name, lookup) {
    const rows = lookup.readers(classKey(name)).filter(isStep);
    const places = classesByPlace(name, lookup);
    if (isInCore(places)) return;
    const find = classFinder(name, lookup);
    const meant = likelyClassFinder('config', name, lookup);
    for (const entry of rows) {
      if (textOf(entry, 'config_class') !== name) continue;
      if (classesVisibleFrom(workspaceDirectory(entry.file.path), places).length > 0) continue;
      const definition = checkedDefinition(entry, lookup);
      if (definition !== undefined && lacksClass('config', definition, lookup, find))
        yield report(name, definition, meant(searchScopesOf(definition))?.name);
    }
  },
};

/** An interface has the class by convention, so there is no text that could be changed. */
function report(name: string, definition: Definition, meant: string | undefined): Report {
  const { entry, scope } = definition;
  const where = scope === 'core' ? 'in core' : 'in this workspace, the shared workspace or core';
  const message = `No class '${shown(name)}'${meant === undefined ? ` ${where}: no config leads to this step` : ''}`;
  const { fixes = [], ...rest } = reportWithSuggestion(valuePlace(entry, 'config_class'), message, meant);
  const stub = stubFor('config', name, stubbedStepOf(entry));
  return {
    ...rest,
    fixes: [
      ...(entry.table === 'interface' ? [] : fixes),
      ...(stub === undefined ? [] : [{ title: 'Create a config class', safe: false, edits: [stub] }]),
    ],
  };
}
