import { isTestPath } from '../../base/test-paths';
import { fileName, joinPath } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part, type Place } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { unseenAnywhere } from '../../model/unseen';
import {
  type ComponentFact,
  componentKey,
  coreOf,
  headerOf,
  type InterfaceEntry,
  scriptKey,
  SHARED,
  reportWithSuggestion,
  textOf,
  whyScriptMayBeElsewhere,
  workspaceDirectory,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const entryPointMissing: KeyRule = {
  code: 'step/entry-point-missing',
  severity: 'warning',
  judges: 'entry points of contracts',
  summary: 'A contract names a script that is not there.',
  why:
    'The entry point of a contract is the script that the step starts with. When the file is neither among the scripts of the ' +
    'workspace, of the shared workspace or of core, nor anywhere else in the repository, only a source directory that a config ' +
    'names can bring it; without one the step fails when it starts. Where no script has the name of the contract either, that is how ' +
    'such steps are meant, and it is only information. Contracts with a source directory of their own, steps that ' +
    'come with another package or run no script, step packs, and repositories without a folder of scripts, are left alone.',
  remedy: 'Correct the name, or add the script to steps/scripts.',
  bad: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"ModelEval": {"builder_step_name": "ModelEvalStepBuilder"}}
#- src/cursus/steps/contracts/model_eval_contract.py
CONTRACT = ScriptContract(entry_point="model_evaluation.py")
#                                     ^^^^^^^^^^^^^^^^^^^^^ step/entry-point-missing
#- src/cursus/steps/scripts/model_eval.py
`,
  good: `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"ModelEval": {"builder_step_name": "ModelEvalStepBuilder"}}
#- src/cursus/steps/contracts/model_eval_contract.py
CONTRACT = ScriptContract(entry_point="model_eval.py")
#- src/cursus/steps/scripts/model_eval.py
`,
  over: 'key',
  kind: 'script',
  atLeast: { readers: 1 },
  *check(name, lookup) {
    const scripts = lookup.providers(scriptKey(name));
    const there = new Set(scripts.map(({ file }) => workspaceDirectory(file.path)));
    for (const fact of lookup.readers(scriptKey(name))) {
      const { path } = fact.file;
      const places = placesFor(workspaceDirectory(path));
      if (places.some(place => there.has(place)) || isTestPath(path) || fact.partial === true) continue;
      if (mayBeElsewhere(fact, name, lookup)) continue;
      yield report(fact, name, places, lookup);
    }
  },
};

function placesFor(directory: string | undefined): readonly (string | undefined)[] {
  return directory === undefined ? [undefined] : [directory, SHARED, undefined];
}

/**
 * Whether the script may exist in a place that was not searched: a source folder, an unknown core, an unread folder.
 */
function mayBeElsewhere(fact: ComponentFact | InterfaceEntry, script: string, lookup: Lookup): boolean {
  const core = coreOf(lookup);
  if (core === undefined || !script.endsWith('.py')) return true;
  if (whyScriptMayBeElsewhere(fact, script, lookup) !== undefined) return true;
  if (fact.kind === 'interface') {
    if (headerOf(fact)?.form === 'pack') return true;
    if (fieldOf(fact, 'contract.source_dir') !== undefined) return true;
    if (textOf(fact, 'compute.kind') === 'byo_container') return true;
  }
  return !lookup.hasFolder(`${core.package}/steps/scripts`) || unseenAnywhere(lookup) !== undefined;
}

function report(
  fact: ComponentFact | InterfaceEntry,
  script: string,
  places: readonly (string | undefined)[],
  lookup: Lookup,
): Report {
  const place = placeOf(fact);
  const meant = likelyScript(fact, places, lookup);
  const message =
    `There is no '${truncateName(script)}' in ${foldersInWords(places, lookup)}: ` +
    'the step starts only if its config names a source directory that holds this script';
  return { ...reportWithSuggestion(place, message, meant), ...(meant === undefined ? { severity: 'info' } : {}) };
}

/** Where scripts were looked for, in words. */
function foldersInWords(places: readonly (string | undefined)[], lookup: Lookup): string {
  const scripts = joinPath(coreOf(lookup)?.package ?? '', 'steps/scripts');
  return places.length === 1 ? scripts : `steps/scripts of this workspace, of the shared one, or ${scripts}`;
}

function placeOf(fact: ComponentFact | InterfaceEntry): Place {
  return fact.kind === 'interface' ? valuePlace(fact, 'contract.entry_point') : at(fact, Part.fieldValue(0));
}

/** The script with the name of the contract, in the first place that has one. */
function likelyScript(
  fact: ComponentFact | InterfaceEntry,
  places: readonly (string | undefined)[],
  lookup: Lookup,
): string | undefined {
  const scripts = lookup.providers(componentKey(fact.name)).filter(each => each.role === 'script');
  for (const place of places) {
    const script = scripts.find(each => workspaceDirectory(each.file.path) === place);
    if (script !== undefined) return fileName(script.file.path);
  }
  return undefined;
}
