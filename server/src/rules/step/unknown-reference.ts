import { isTestPath } from '../../base/test-paths';
import { truncateName } from '../../base/message-text';
import { classKey } from '../../model/class-outline';
import { Part, type Fact } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import { keyParts, type Lookup } from '../../model/lookup';
import {
  type AliasFact,
  answerToUnknown,
  asksAllRegistries,
  closestStep,
  coreOf,
  isAnyWorkspaceOpen,
  isReference,
  isStep,
  type ReferenceFact,
  specTypeKey,
  stepKey,
  reportWithSuggestion,
  textOf,
  nameVerdict,
  workspaceDirectory,
  workspaceNamed,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const unknownReference: KeyRule = {
  code: 'step/unknown-reference',
  severity: 'warning',
  judges: 'uses of unknown steps',
  summary: 'A string that must name a step names nothing.',
  why:
    'Functions of the registry raise ValueError (“Step not found”) for a name that no registry has, and its dicts raise KeyError. ' +
    'Known are the steps of core and of all workspaces, their spec types and job variants, and old names. Within a literal ' +
    'workspace_context("x"), or with a workspace_id, only that workspace and core count. Tests and validate_* calls may name ' +
    'what does not exist; where no core is in sight, or code decides a part of it, nothing is said.',
  remedy: 'Correct the name, or register the step.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig"}}
#- pipelines/train.py
from cursus.registry import get_config_class_name

config = get_config_class_name("XGBoostTraning")
#                              ^^^^^^^^^^^^^^^^ step/unknown-reference
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig"}}
#- pipelines/train.py
from cursus.registry import get_config_class_name

config = get_config_class_name("XGBoostTraining")
`,
  over: 'key',
  kind: ['step', 'class', 'spec-type'],
  atLeast: { readers: 1 },
  check(name, lookup, key) {
    const { kind } = keyParts(key);
    if (kind === 'class') return configs(name, lookup);
    return kind === 'step' ? steps(name, lookup) : specTypes(name, lookup);
  },
};

function* steps(name: string, lookup: Lookup): Iterable<Report> {
  for (const fact of lookup.readers(stepKey(name)))
    if (fact.kind === 'alias' && isRead(fact)) yield* aliasTarget(fact, lookup);
    else if (isReferenceTo(fact, 'step') && !isBuilderWithoutRow(fact, lookup)) yield* reference(fact, lookup);
}

/** Whether a class may be registered under a name that no row has: the builder registry names it after the class then. */
function isBuilderWithoutRow({ api, name }: ReferenceFact, lookup: Lookup): boolean {
  return api === 'get_builder_for_step_type' && lookup.providers(classKey(`${name}StepBuilder`)).length > 0;
}

function* specTypes(name: string, lookup: Lookup): Iterable<Report> {
  for (const fact of lookup.readers(specTypeKey(name)))
    if (isReferenceTo(fact, 'spec type')) yield* reference(fact, lookup);
}

function* configs(name: string, lookup: Lookup): Iterable<Report> {
  const users = lookup.readers(classKey(name));
  const references = users.filter(fact => isReferenceTo(fact, 'config'));
  if (references.length === 0 || users.some(fact => isStep(fact) && textOf(fact, 'config_class') === name)) return;
  if (coreOf(lookup)?.open !== false || isAnyWorkspaceOpen(lookup)) return;
  for (const fact of references)
    yield {
      at: at(fact, Part.name),
      message: `'${truncateName(name)}' is the config class of no step, so it is not in CONFIG_STEP_REGISTRY`,
    };
}

function isReferenceTo(fact: Fact, to: ReferenceFact['to']): fact is ReferenceFact {
  return isReference(fact) && fact.to === to && isRead(fact);
}

/** Whether a fact is checked: tests may use unknown names, and in a damaged file only the damage is reported. */
function isRead({ file, partial }: Fact): boolean {
  return partial !== true && !file.incomplete && !isTestPath(file.path);
}

function* reference(fact: ReferenceFact, lookup: Lookup): Iterable<Report> {
  const { name, file } = fact;
  const failure = answerToUnknown(fact);
  const workspace = asksAllRegistries(fact) ? undefined : fact.workspace;
  if (failure === undefined || nameVerdict(name, workspace, lookup) !== 'unknown') return;
  const directory =
    workspace === undefined ? workspaceDirectory(file.path) : workspaceNamed(workspace, lookup)?.directory;
  const meant = closestStep(name, directory, lookup);
  // With a registry that code adds to, only what looks like a slip is one.
  if (meant === undefined && workspace === undefined && isAnyWorkspaceOpen(lookup)) return;
  const who =
    workspace === undefined ? 'No registry has' : `Neither workspace '${truncateName(workspace)}' nor core has`;
  yield reportWithSuggestion(at(fact, Part.name), `${who} '${truncateName(name)}': ${failure}`, meant);
}

function* aliasTarget(alias: AliasFact, lookup: Lookup): Iterable<Report> {
  if (nameVerdict(alias.target, undefined, lookup) !== 'unknown') return;
  const meant = closestStep(alias.target, undefined, lookup);
  if (meant === undefined && isAnyWorkspaceOpen(lookup)) return;
  const place = at(alias, Part.fieldValue(0));
  const [name, target] = [truncateName(alias.name), truncateName(alias.target)];
  const message = `The builder registry takes '${name}' for '${target}', but no registry has a step '${target}'`;
  // A row that leads away from a step that there is was written the wrong way round: its own name is no suggestion.
  if (meant === alias.name)
    yield { at: place, message: `${message}, while '${name}' itself is a step: turn this row round` };
  else yield reportWithSuggestion(place, message, meant);
}
