import { truncateName } from '../../base/message-text';
import { classKey } from '../../model/class-outline';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  canonicalName,
  type ComponentFact,
  componentKey,
  coreOf,
  fileRole,
  isStep,
  scriptKey,
  SHARED,
  stepNamesFor,
  workspaceDirectory,
  workspaceKey,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const unmappedFileName: FactRule<ComponentFact> = {
  code: 'step/unmapped-file-name',
  severity: 'info',
  judges: 'names of component files',
  summary: 'The name of a component file leads to no step.',
  why:
    'Tools of the run time get from a file name to the name of a step (get_canonical_name_from_file_name) by five ways: the words ' +
    'in PascalCase, the same without a job type, with abbreviations spelled out, in another order, and the most similar name. ' +
    'For this file none of them finds a step, so alignment checks fail on it. Scripts that a contract names, and modules ' +
    'beside them that are only imported, are left alone; so are classes that no row names yet.',
  remedy: 'Name the file after its step, register the step, or move a helper file out of the folder of components.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"ModelEval": {"builder_step_name": "ModelEvalStepBuilder"}}
#- src/cursus/steps/scripts/nightly_dump.py
if __name__ == "__main__": print("dump")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ step/unmapped-file-name
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"ModelEval": {"builder_step_name": "ModelEvalStepBuilder"}}
#- src/cursus/steps/scripts/model_eval.py
if __name__ == "__main__": print("eval")
`,
  over: 'fact',
  kind: 'component',
  wide: true,
  *check(component, lookup) {
    const { path } = component.file;
    const base = fileRole(path)?.base;
    const directory = workspaceDirectory(path);
    if (base === undefined || base.startsWith('_') || directory === SHARED || !isNamedAfterStep(component)) return;
    if (isFoundByName(base, lookup) || !isUsed(component, lookup)) return;
    if (!isKnown(directory, path, lookup)) return;
    const { name, tried } = canonicalName(base, new Set(stepNamesFor(directory, lookup)));
    if (name !== undefined) return;
    yield {
      at: at(component, Part.whole),
      message: `The name of this file leads to no step; tried ${tried.map(each => `'${truncateName(each)}'`).join(', ')} and similar names`,
    };
  },
};

/**
 * Whether a file must be named after its step. Specifications and contracts are recognised by content instead, and
 * scripts that cannot be started are modules for other scripts.
 */
function isNamedAfterStep({ role, runs }: ComponentFact): boolean {
  return role === 'builder' || role === 'config' || (role === 'script' && runs === true);
}

/** Whether a step has the name of the file, which is the usual case and saves further work. */
function isFoundByName(base: string, lookup: Lookup): boolean {
  const bare = base.replace(/_(?:training|validation|testing|calibration)$/, '');
  return [base, bare].some(name => lookup.readers(componentKey(name)).length > 0);
}

/** Whether a row names a class of the file: one that none names has no step yet. A script must not be a contract's. */
function isUsed({ role, name, file }: ComponentFact, lookup: Lookup): boolean {
  if (role === 'script') return lookup.readers(scriptKey(`${name}.py`)).length === 0;
  const facts = lookup.file(file.path)?.facts ?? [];
  return facts.some(fact => fact.kind === 'class' && lookup.readers(classKey(fact.name)).some(isStep));
}

/** Whether all steps that the file could belong to are in sight. */
function isKnown(directory: string | undefined, path: string, lookup: Lookup): boolean {
  const core = coreOf(lookup);
  if (core === undefined || core.open) return false;
  if (directory === undefined) return path.startsWith(`${core.package}/`);
  const headers = lookup.providers(workspaceKey(directory)).filter(fact => fact.kind === 'registry');
  return headers.length > 0 && !headers.some(header => header.open || header.file.incomplete);
}
