import { inWords } from '../../base/in-words';
import { groupBy } from '../../base/collections';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  checkedDefinition,
  type ComponentFact,
  componentOf,
  type ComponentRole,
  type Definition,
  effectiveRow,
  lacksClass,
  whyOutOfSight,
  searchedInWords,
  SHARED,
  type StepEntry,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

const BUILDER = `#- src/cursus/steps/builders/builder_data_prep_step.py
from ...core.base.builder_base import StepBuilderBase

class DataPrepStepBuilder(StepBuilderBase): ...
#- src/cursus/steps/contracts/data_prep_contract.py
CONTRACT = ScriptContract(entry_point="data_prep.py")
#- src/cursus/steps/scripts/data_prep.py
#- src/cursus/steps/specs/__init__.py
`;

export const missingComponent: KeyRule<ComponentFact, StepEntry> = {
  code: 'step/missing-component',
  severity: 'info',
  judges: 'missing component files',
  summary: 'A step has no specification, contract or script.',
  why:
    'The specification says what a step depends on and gives, the contract which paths and variables its script may rely on. ' +
    'Without them the step is not connected to others, and alignment checks pass over it. Files are found by what they hold ' +
    'and by their names, in the own workspace, the shared one and core. Kinds of steps that run no script need none.',
  remedy: 'Write what is missing, or correct the name that should lead to it.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder", "sagemaker_step_type": "Processing"},
#   ^^^^^^^^^^ step/missing-component
}
${BUILDER}`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder", "sagemaker_step_type": "Processing"},
}
${BUILDER}#- src/cursus/steps/specs/data_prep_spec.py
SPEC = StepSpecification(step_type="DataPrep")
`,
  over: 'key',
  kind: 'component',
  atLeast: { readers: 1 },
  *check(_, lookup, key) {
    const certain = ROLES.filter(role => whyOutOfSight(role, lookup) === undefined);
    if (certain.length === 0) return;
    const places = placesByRole(lookup.providers(key));
    for (const entry of lookup.readers(key)) {
      if (entry.partial === true || hasAll(effectiveRow(entry, lookup), certain, places)) continue;
      const definition = checkedDefinition(entry, lookup);
      const missing = definition === undefined ? [] : missingOf(definition, certain, lookup);
      if (missing.length === 0) continue;
      const list = inWords(missing, 'or');
      const where = searchedInWords(definition?.scope === 'core');
      yield { at: at(entry, Part.name), message: `There is no ${list} for '${truncateName(entry.name)}' ${where}` };
    }
  },
};

type Places = ReadonlyMap<ComponentRole, ReadonlySet<string | undefined>>;

/**
 * The places that have a component, by role: workspace directories, undefined for core. Made once for all rows of a
 * name.
 */
function placesByRole(files: readonly ComponentFact[]): Places {
  const places = new Map<ComponentRole, Set<string | undefined>>();
  for (const [role, facts] of groupBy(files, fact => fact.role))
    places.set(role, new Set(facts.map(({ file }) => workspaceDirectory(file.path))));
  return places;
}

/**
 * Whether a row has all components by a quick look at its places, which is the usual case. A contract stands for its
 * script: whether that exists is checked by `step/entry-point-missing`.
 */
function hasAll(entry: StepEntry, roles: readonly Role[], places: Places): boolean {
  const own = workspaceDirectory(entry.file.path);
  const has = (role: ComponentRole): boolean => {
    const found = places.get(role);
    if (found === undefined) return false;
    return found.has(undefined) || found.has(own) || (own !== undefined && found.has(SHARED));
  };
  return (
    entry.partial === true || entry.open === true || roles.every(role => has(role === 'script' ? 'contract' : role))
  );
}

/** The missing components, in words; none for a step without a builder, which is still being written. */
function missingOf(definition: Definition, roles: readonly Role[], lookup: Lookup): string[] {
  if (lacksClass('builder', definition, lookup)) return [];
  const missing = roles.filter(role => componentOf(role, definition, lookup)?.status === 'missing');
  return missing.filter(role => role !== 'script' || missing.includes('contract')).map(role => NOUNS[role]);
}

const ROLES = ['spec', 'contract', 'script'] as const;
type Role = (typeof ROLES)[number];

const NOUNS = { spec: 'specification', contract: 'contract', script: 'script' } as const;
