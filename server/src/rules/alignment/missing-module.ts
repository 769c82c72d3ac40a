import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import {
  consequenceOf,
  deadImports,
  type ModuleImportsFact,
  moduleMeant,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingModule: FactRule<ModuleImportsFact> = {
  code: 'alignment/missing-module',
  severity: 'error',
  summary: 'An import within the package leads to no module.',
  why:
    'Python looks a module up when the import is run. At the top of a file, a module that was moved or renamed makes the import of the ' +
    'file fail, and of all files that import it; in a function, the call fails; under a try that catches it, the fallback is always ' +
    'taken and nobody is told. Judged are imports by the package that holds the core registry, of the files that are in ' +
    'sight; tests are left out.',
  remedy: 'Correct the name of the module, restore the file, or take the import out.',
  bad: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/core/base/contract_base.py
class ScriptContract: ...
#- src/cursus/steps/contracts/package_contract.py
from .base_script_contract import ScriptContract
#    ^^^^^^^^^^^^^^^^^^^^^ alignment/missing-module
`,
  good: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/core/base/contract_base.py
class ScriptContract: ...
#- src/cursus/steps/contracts/package_contract.py
from ...core.base.contract_base import ScriptContract
`,
  over: 'fact',
  kind: 'module-imports',
  wide: true,
  *check({ file }, lookup) {
    for (const dead of deadImports(file.path, lookup)) {
      const { fact, of, field, found } = dead;
      if (found.status === 'found') continue;
      const isMissing = found.status === 'missing';
      const { severity, inWords } = consequenceOf(dead, isMissing ? 'ModuleNotFoundError' : 'ImportError', lookup);
      const what = isMissing
        ? `There is no module '${truncateName(found.module)}'`
        : `The dots of '${truncateName(of.module)}' lead out of the package '${truncateName(found.from)}'`;
      const place = at(fact, Part.fieldValue(field));
      yield { ...reportWithSuggestion(place, `${what}: ${inWords}`, moduleMeant(dead, lookup)), severity };
    }
  },
};
