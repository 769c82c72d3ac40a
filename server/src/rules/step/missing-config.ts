import { truncateName } from '../../base/message-text';
import { valuePlace } from '../../model/fields';
import type { Report } from '../../model/finding';
import {
  type Definition,
  rowsLackingClass,
  searchedInWords,
  stubbedStepOf,
  stubFor,
  reportWithSuggestion,
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
  judges: 'missing configs',
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
    for (const { definition, meant } of rowsLackingClass('config', name, lookup))
      yield report(name, definition, meant?.name);
  },
};

/** The finding. In an interface the class name follows from the convention, so no fix can replace it in the text. */
function report(name: string, definition: Definition, meant: string | undefined): Report {
  const { entry, scope } = definition;
  const where = searchedInWords(scope === 'core');
  const message = `No class '${truncateName(name)}'${meant === undefined ? ` ${where}: no config leads to this step` : ''}`;
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
