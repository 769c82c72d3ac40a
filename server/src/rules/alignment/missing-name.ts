import { truncateName } from '../../base/message-text';
import { nearest } from '../../base/similarity';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  consequenceOf,
  type DeadImport,
  deadImports,
  moduleDefining,
  type ModuleImportsFact,
  namesOf,
  replacementFix,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingName: FactRule<ModuleImportsFact> = {
  code: 'alignment/missing-name',
  severity: 'error',
  summary: 'An import within the package asks a module for a name that it does not have.',
  why:
    'The module is found, and Python raises ImportError because it neither defines nor imports the name, nor is there a module of that ' +
    'name in the package. It comes of classes and functions that were renamed, moved or deleted. Modules whose names are decided ' +
    'by code are left alone.',
  remedy: 'Correct the name, import it from where it is defined, or take it out.',
  bad: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/registry/hybrid/resolver.py
class StepConflictResolver: ...
#- src/cursus/registry/hybrid/__init__.py
from .resolver import StepConflictResolver, DependencyAnalyzer
#                                           ^^^^^^^^^^^^^^^^^^ alignment/missing-name
`,
  good: `
#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/registry/hybrid/resolver.py
class StepConflictResolver: ...
#- src/cursus/registry/hybrid/__init__.py
from .resolver import StepConflictResolver
`,
  over: 'fact',
  kind: 'module-imports',
  wide: true,
  *check({ file }, lookup) {
    for (const dead of deadImports(file.path, lookup)) {
      const { found, of, missing } = dead;
      if (found.status !== 'found') continue;
      const { severity, inWords } = consequenceOf(dead, 'ImportError', lookup);
      for (const i of missing) {
        const message = `'${truncateName(found.path)}' has no '${truncateName(of.names[i] ?? '')}': ${inWords}`;
        yield { ...suggesting(dead, i, message, lookup), severity };
      }
    }
  },
};

/** Names where the name is defined, or else one that is spelled like it. An import of it alone can be changed to the former. */
function suggesting(dead: DeadImport, index: number, message: string, lookup: Lookup): Report {
  const { fact, of, field, found } = dead;
  const place = at(fact, Part.fieldName(field + index));
  const name = of.names[index] ?? '';
  if (found.status !== 'found') return { at: place, message };
  const module = moduleDefining(name, dead, found.path, lookup);
  if (module === undefined)
    return reportWithSuggestion(place, message, nearest(name, [...(namesOf(found, lookup) ?? [])]));
  const fixes = of.names.length === 1 ? [replacementFix(module, at(fact, Part.fieldValue(field)))] : [];
  return { at: place, message: `${message}. It is defined in '${truncateName(module)}'`, fixes };
}
