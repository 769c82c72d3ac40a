import { isTestPath } from '../../base/test-paths';
import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import { classKey, derivedKey, type ClassFact } from '../../model/class-outline';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  canonicalToSnake,
  conventionalConfig,
  coreOf,
  derivesFrom,
  isReference,
  isStep,
  SHARED,
  type StepsTable,
  stepsTable,
  textOf,
  workspaceDirectory,
  workspaceKey,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const unregisteredBuilder: KeyRule = {
  code: 'step/unregistered-builder',
  severity: 'warning',
  judges: 'builders without a row',
  summary: 'A builder class has no row in the registry.',
  why:
    'Discovery finds the class and registers it under a name that it makes up from the class, with the note “Consider adding to ' +
    'STEP_NAMES registry”. No config, specification or lookup by step name leads to it.',
  remedy: 'Add a row for the step. A class that is only a base for others should be abstract.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_data_prep_step.py
from cursus.core.base.builder_base import StepBuilderBase

class DataPrepStepBuilder(StepBuilderBase): ...
#     ^^^^^^^^^^^^^^^^^^^ step/unregistered-builder
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"DataPrep": {"builder_step_name": "DataPrepStepBuilder"}}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/builders/builder_data_prep_step.py
from cursus.core.base.builder_base import StepBuilderBase

class DataPrepStepBuilder(StepBuilderBase): ...
`,
  over: 'key',
  kind: 'class',
  atLeast: { providers: 1 },
  *check(name, lookup) {
    if (!name.endsWith('StepBuilder') || name === 'StepBuilder') return;
    const classes = lookup.providers(classKey(name)).filter(isInBuilderFolder);
    if (classes.length === 0) return;
    const places = new Set<string | undefined>();
    for (const row of lookup.readers(classKey(name)).filter(isStep)) {
      if (textOf(row, 'builder_step_name') !== name) continue;
      places.add(workspaceDirectory(row.file.path));
      // The usual case: the first row serves them all.
      if (places.size === 1 && classes.every(({ file: { path } }) => isServed(workspaceDirectory(path), places)))
        return;
    }
    for (const fact of classes) {
      if (isServed(workspaceDirectory(fact.file.path), places) || !isBuilder(fact, lookup)) continue;
      const registry = registryFor(fact, lookup);
      if (registry === undefined) continue;
      yield {
        at: at(fact, Part.name),
        message: `No row in ${registry.to} names '${truncateName(name)}', so no step leads to this builder`,
        fixes: registry.isLiteral ? [addRow(name, registry)] : [],
      };
    }
  },
};

function isInBuilderFolder({ file: { path } }: ClassFact): boolean {
  return /(^|\/)steps\/builders\//.test(path) && !isTestPath(path) && workspaceDirectory(path) !== SHARED;
}

/**
 * Whether one of the rows may use the class at `by`: a workspace's row may use a class of core, and the other way
 * round.
 */
function isServed(by: string | undefined, rows: ReadonlySet<string | undefined>): boolean {
  return rows.has(by) || rows.has(undefined) || (by === undefined && rows.size > 0);
}

/** Whether a class certainly is a concrete builder that its file does not register with `register_builder`. */
function isBuilder(fact: ClassFact, lookup: Lookup): boolean {
  if (fact.abstract || fact.dynamic || fact.partial === true) return false;
  const registers = lookup.contents(fact.file).facts.some(each => isReference(each) && each.api === 'register_builder');
  return (
    !registers &&
    lookup.providers(derivedKey(fact.name)).length === 0 &&
    derivesFrom(fact, 'StepBuilderBase', lookup) === 'yes'
  );
}

interface Registry {
  readonly path: string;
  readonly to: StepsTable | 'STEP_NAMES';
  readonly isLiteral: boolean;
}

/** The registry that lacks the row; undefined if this registry or core may get the row at run time. */
function registryFor({ file: { path } }: ClassFact, lookup: Lookup): Registry | undefined {
  const directory = workspaceDirectory(path);
  const core = coreOf(lookup);
  if (core === undefined || core.open) return undefined;
  if (directory === undefined) {
    const header = defined(core.headers[0], 'the header of the core registry');
    if (core.era === 'interfaces' || header.anyBuilder === true || !path.startsWith(`${core.package}/`))
      return undefined;
    return { path: header.file.path, to: 'STEP_NAMES', isLiteral: core.era === 'literal' };
  }
  const headers = lookup.providers(workspaceKey(directory)).filter(fact => fact.kind === 'registry');
  const header = headers.find(fact => fact.directory === directory);
  if (header === undefined || header.file.incomplete) return undefined;
  if (header.open || header.bare === true || header.anyBuilder === true) return undefined;
  return { path: header.file.path, to: stepsTable(lookup), isLiteral: true };
}

/** The fix that adds a row for a builder, with values by convention. */
function addRow(builder: string, { path, to }: Registry): Fix {
  const step = builder.slice(0, -'StepBuilder'.length);
  const value = new Map([
    ['config_class', conventionalConfig(step)],
    ['builder_step_name', builder],
    ['spec_type', step],
    ['sagemaker_step_type', likelyType(step)],
    ['description', canonicalToSnake(step).replaceAll('_', ' ')],
  ]);
  const title = `Add '${truncateName(step)}' to ${to}`;
  return { title, safe: false, edits: [{ do: 'add-entry', path, to, name: step, value }] };
}

function likelyType(step: string): string {
  if (step.endsWith('Training')) return 'Training';
  if (step.endsWith('Transform')) return 'Transform';
  return step.endsWith('Model') ? 'CreateModel' : 'Processing';
}
