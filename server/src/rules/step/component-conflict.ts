import { isTestPath } from '../../base/test-paths';
import { fileName } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { groupBy } from '../../base/collections';
import { classKey } from '../../model/class-outline';
import { Part } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import { keyParts, type Lookup } from '../../model/lookup';
import {
  classesByPlace,
  type ComponentFact,
  haveDifferentSteps,
  isHyperparameter,
  isStep,
  scriptKey,
  SHARED,
  type StepEntry,
  textOf,
  workspaceDirectory,
  workspaceIdOf,
} from '../../systems/steps/public';
import type { KeyRule } from '../rule';

export const componentConflict: KeyRule = {
  code: 'step/component-conflict',
  severity: 'warning',
  summary: 'Two steps claim one script, hyperparameter class or config class.',
  why:
    'Classes are looked up by their bare names and scripts by their file names. When two workspaces define config classes of ' +
    'one name for different steps, or two contracts of one place name the same script, the later one is taken for both.',
  remedy: 'Rename one of the two, so that each step has its own.',
  bad: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"CardScore": {"config_class": "ScoreConfig"}}
#                                            ^^^^^^^^^^^^^ step/component-conflict
#- developer_workspaces/developers/alice/src/cursus_dev/steps/configs/config_card_score_step.py
class ScoreConfig: ...
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"LoanScore": {"config_class": "ScoreConfig"}}
#                                            ^^^^^^^^^^^^^ step/component-conflict
#- developer_workspaces/developers/bob/src/cursus_dev/steps/configs/config_loan_score_step.py
class ScoreConfig: ...
`,
  good: `
#- developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"CardScore": {"config_class": "CardScoreConfig"}}
#- developer_workspaces/developers/alice/src/cursus_dev/steps/configs/config_card_score_step.py
class CardScoreConfig: ...
#- developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py
LOCAL_STEPS = {"LoanScore": {"config_class": "LoanScoreConfig"}}
#- developer_workspaces/developers/bob/src/cursus_dev/steps/configs/config_loan_score_step.py
class LoanScoreConfig: ...
`,
  over: 'key',
  kind: ['class', 'script'],
  atLeast: { readers: 2 },
  *check(name, lookup, key) {
    if (keyParts(key).kind === 'script') yield* sharedScript(name, lookup);
    else {
      yield* sharedConfig(name, lookup);
      yield* sharedHyperparameters(name, lookup);
    }
  },
};

/** A config class that several workspaces define, each for another step. */
function* sharedConfig(name: string, lookup: Lookup): Iterable<Report> {
  const users = lookup.readers(classKey(name));
  if (!haveDifferentSteps(users)) return;
  const places = classesByPlace(name, lookup);
  if ([...places.keys()].every(place => place === undefined || place === SHARED)) return;
  const claims = users
    .filter(isStep)
    .filter(row => isClaim(row, name) && places.has(workspaceDirectory(row.file.path)));
  for (const [i, entry] of claims.entries()) {
    const other = nextAfter(i, claims, row => row.file !== entry.file && row.name !== entry.name);
    if (other === undefined) continue;
    const workspace = truncateName(workspaceIdOf(other.file) ?? '');
    yield {
      at: valuePlace(entry, 'config_class'),
      message: `'${truncateName(name)}' is also the config class of '${truncateName(other.name)}' in workspace '${workspace}'; classes are found by name alone, so one hides the other`,
      related: [
        { at: valuePlace(other, 'config_class'), message: `the config class of '${truncateName(other.name)}'` },
      ],
    };
  }
}

function isClaim(row: StepEntry, config: string): boolean {
  const directory = workspaceDirectory(row.file.path);
  if (directory === undefined || directory === SHARED || row.partial === true) return false;
  return textOf(row, 'config_class') === config && row.refused === undefined;
}

/** A hyperparameter class that several rows of a registry name. All rows but the first are reported. */
function* sharedHyperparameters(name: string, lookup: Lookup): Iterable<Report> {
  const rows = lookup.readers(classKey(name)).filter(isHyperparameter);
  for (const [first, ...rest] of groupBy(rows, row => row.file).values())
    for (const entry of rest)
      if (entry.name !== first.name && textOf(entry, 'class_name') === name)
        yield {
          at: valuePlace(entry, 'class_name'),
          message: `'${truncateName(name)}' is also registered as '${truncateName(first.name)}'; a lookup by class finds one of the two`,
          related: [{ at: valuePlace(first, 'class_name'), message: 'registered here too' }],
        };
}

/** A script that several contracts of one place name. Contracts for job types of one step may share it. */
function* sharedScript(name: string, lookup: Lookup): Iterable<Report> {
  const contracts = lookup
    .readers(scriptKey(name))
    .filter(fact => fact.kind === 'component')
    .filter(({ file }) => !isTestPath(file.path));
  if (contracts.length < 2) return;
  const scripts = new Set(lookup.providers(scriptKey(name)).map(({ file }) => workspaceDirectory(file.path)));
  for (const [place, same] of groupBy(contracts, fact => workspaceDirectory(fact.file.path))) {
    // A script that is not in sight may be a file of that name in each step's own folder.
    if (!scripts.has(place)) continue;
    for (const [i, contract] of same.entries()) {
      const other = nextAfter(i, same, each => each.file !== contract.file && stepOf(each) !== stepOf(contract));
      if (other === undefined) continue;
      const file = truncateName(fileName(other.file.path));
      yield {
        at: at(contract, Part.fieldValue(0)),
        message: `'${truncateName(name)}' is also the script of ${file}: two steps run one script under different contracts`,
        related: [{ at: at(other, Part.fieldValue(0)), message: 'named here too' }],
      };
    }
  }
}

function stepOf({ name }: ComponentFact): string {
  return name.replace(/_(?:training|validation|testing|calibration)$/, '');
}

/**
 * The next item that fits, counting around. Reporting the neighbour only, a new item changes just one other finding.
 */
function nextAfter<T>(i: number, items: readonly T[], fits: (item: T) => boolean): T | undefined {
  for (let step = 1; step < items.length; step++) {
    const item = items[(i + step) % items.length];
    if (item !== undefined && fits(item)) return item;
  }
  return undefined;
}
