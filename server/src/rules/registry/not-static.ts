import { truncateName } from '../../base/message-text';
import { Part, type Fact } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { isUnknown } from '../../model/value';
import {
  coreOf,
  doubtPlace,
  headerOf,
  effectiveRow,
  HeaderPart,
  inheritedPart,
  isChecked,
  loadingPoints,
  runOf,
  type RegistryHeader,
  type StepEntry,
  type VariableFact,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const notStatic: FactRule<VariableFact | StepEntry | RegistryHeader> = {
  code: 'registry/not-static',
  severity: 'info',
  registryIs: 'undecided',
  summary: 'A part of a registry is decided at run time.',
  why:
    'Registries are read, never run. What a call, a loop or a spread adds is therefore unknown here: such steps are not ' +
    'checked, and where a name could be one of them, nothing is said to be missing.',
  remedy: 'Write the entries out as a literal where they are few. Otherwise nothing has to be done.',
  bad: `
from fraud_rows import load_steps
#                      ^^^^^^^^^^ registry/not-static

LOCAL_STEPS = {
    **load_steps(),
#     ^^^^^^^^^^^^ registry/not-static
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'fact',
  kind: ['variable', 'step', 'registry'],
  *check(fact, lookup) {
    if (fact.kind === 'step') yield* checkRow(fact, lookup);
    else if (fact.kind === 'variable') yield* checkVariable(fact, lookup);
    else yield* checkHeader(fact, lookup);
  },
};

/** What decides whether a registry is loaded at all, or from some row on. */
function* checkHeader(header: RegistryHeader, lookup: Lookup): Iterable<Report> {
  const { id } = header;
  const { doubtfulFrom } = loadingPoints(header, lookup);
  if (header.form !== 'workspace') return;
  const run = runOf(header, lookup);
  if (run?.outcome === 'cannot tell')
    yield { at: run.at, message: `Cannot tell whether this file can be loaded: ${run.reason}` };
  const place = doubtPlace(header, lookup);
  if (doubtfulFrom?.name !== undefined && place !== undefined)
    yield {
      at: place,
      message: `Cannot tell whether '${truncateName(doubtfulFrom.name)}' and what follows it is loaded: ${doubtfulFrom.reason}`,
    };
  if (id?.is === 'cannot tell' && doubtfulFrom === undefined)
    yield {
      at: at(header, HeaderPart.id),
      message: `Cannot tell which id this workspace has: ${truncateName(id.text)} is decided at run time`,
    };
}

function* checkVariable(variable: VariableFact, lookup: Lookup): Iterable<Report> {
  if (variable.unknown.length === 0 || !isReported(variable, lookup)) return;
  const what = TABLES.get(variable.name) ?? 'entries';
  for (const [i, text] of variable.unknown.entries()) {
    const place = at(variable, Part.fieldValue(1 + i));
    const code = truncateName(text.replace(/^\*\*/, ''));
    const verb = variable.form === 'computed' ? 'gives' : 'adds';
    yield { at: place, message: `Cannot tell which ${what} ${code} ${verb}: it is decided at run time` };
  }
}

const TABLES: ReadonlyMap<string, string> = new Map([
  ['LOCAL_STEPS', 'steps'],
  ['WORKSPACE_STEPS', 'steps'],
  ['STEP_OVERRIDES', 'overrides'],
  ['STEP_NAMES', 'core steps'],
]);

/**
 * Whether a variable is reported. An access layer computes its rows by design, so it is only if it is itself the core.
 */
function isReported(variable: VariableFact, lookup: Lookup): boolean {
  const header = headerOf(variable);
  if (header?.form === 'workspace') return true;
  return coreOf(lookup)?.headers.some(each => each === header && each.form !== 'extras') ?? false;
}

function* checkRow(entry: StepEntry, lookup: Lookup): Iterable<Report> {
  if (!isChecked(entry, lookup)) return;
  const [name, row] = [truncateName(entry.name), effectiveRow(entry, lookup)];
  if (entry.shape === 'unknown')
    yield { at: nameOf(entry), message: `Cannot tell what '${name}' consists of: it is decided at run time` };
  for (const [field, what] of CLASSES) {
    const value = fieldOf(row, field);
    if (!isUnknown(value)) continue;
    const code = truncateName(value.unknown);
    yield {
      at: fieldOf(entry, field) === undefined ? at(entry, inheritedPart(entry)) : valuePlace(entry, field),
      message: `Cannot tell which ${what} '${name}' has: ${code} is decided at run time`,
    };
  }
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['builder_step_name', 'builder'],
  ['config_class', 'config'],
]);

function nameOf(fact: Fact) {
  return at(fact, Part.name);
}
