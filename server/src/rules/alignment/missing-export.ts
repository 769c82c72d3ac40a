import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import type { Fix } from '../../model/fix';
import { at } from '../../model/finding';
import {
  closest,
  missingExports,
  type ModuleNamesFact,
  namesOf,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingExport: FactRule<ModuleNamesFact> = {
  code: 'alignment/missing-export',
  severity: 'warning',
  summary: 'A module lists a name in __all__ that it does not have.',
  why:
    'Python looks the names of __all__ up when somebody imports everything of the module: “from package import *” raises AttributeError at ' +
    'the first name that is not there. It comes of classes that were renamed, and of imports that were taken out of a package. Names that ' +
    'code may add, and modules whose names are decided by code, are left alone.',
  remedy: 'Import or define the name, correct it, or take it out of __all__.',
  bad: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/steps/builders/builder_package_step.py
class PackageStepBuilder: ...
#- src/cursus/steps/builders/__init__.py
from .builder_package_step import PackageStepBuilder
__all__ = ["PackageStepBuilder", "PayloadStepBuilder"]
#                                ^^^^^^^^^^^^^^^^^^^^ alignment/missing-export
`,
  good: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/steps/builders/builder_package_step.py
class PackageStepBuilder: ...
#- src/cursus/steps/builders/__init__.py
from .builder_package_step import PackageStepBuilder
__all__ = ["PackageStepBuilder"]
`,
  over: 'fact',
  kind: 'module-names',
  wide: true,
  *check(fact, lookup) {
    const missing = missingExports(fact, lookup);
    if (missing.length === 0) return;
    const listed = new Set(fact.exported);
    const free = [...(namesOf({ status: 'found', path: fact.file.path, is: 'module' }, lookup) ?? [])];
    for (const index of missing) {
      const name = fact.exported?.[index] ?? '';
      const place = at(fact, Part.fieldName(index));
      const message = `This module has no '${truncateName(name)}': importing everything of it (*) raises AttributeError`;
      const meant = closest(
        name,
        free.filter(each => !listed.has(each)),
      );
      const report = reportWithSuggestion(place, message, meant);
      const drop: Fix = {
        title: `Take '${truncateName(name)}' out of __all__`,
        safe: false,
        edits: [{ do: 'remove-item', at: place }],
      };
      yield { ...report, fixes: [...(report.fixes ?? []), drop] };
    }
  },
};
