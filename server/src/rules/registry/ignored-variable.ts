import { Part, type SourceFile } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import {
  isHeader,
  isStep,
  isVariable,
  type StepsTable,
  stepsTable,
  type VariableFact,
} from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const ignoredVariable: FileRule = {
  code: 'registry/ignored-variable',
  severity: 'info',
  summary: 'Steps stand in a variable that the registry manager does not read.',
  why:
    'Two of the design documents call the variable WORKSPACE_STEPS, but the registry manager reads LOCAL_STEPS, ' +
    'STEP_OVERRIDES and WORKSPACE_METADATA only. It passes over anything else without a message. Beside LOCAL_STEPS this ' +
    'is a warning, since a part of the steps is then loaded and a part is not.',
  remedy:
    'Rename the variable to LOCAL_STEPS, or move its entries there. A repository that keeps to the older documents says `workspace_variable: WORKSPACE_STEPS` in the project file.',
  bad: `
WORKSPACE_STEPS = {
#^^^^^^^^^^^^^^ registry/ignored-variable
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'file',
  *check(file, lookup) {
    if (file.facts.find(isHeader)?.form !== 'workspace') return;
    const read = stepsTable(lookup);
    const ignored = variablesOf(file, read === 'LOCAL_STEPS' ? 'WORKSPACE_STEPS' : 'LOCAL_STEPS');
    const counted = variablesOf(file, read);
    if (read === 'WORKSPACE_STEPS') yield* passedOver(counted);
    const [first] = ignored;
    if (first === undefined) return;
    const hasBoth = counted.length > 0;
    const reader = read === 'LOCAL_STEPS' ? 'The registry manager reads' : 'By the project file, steps are read from';
    yield {
      at: at(first, Part.name),
      message: `${reader} ${read}; ${whatIsLost(first.name, ignored)}`,
      ...(hasBoth ? { severity: 'warning' } : {}),
      fixes: hasBoth ? moves(file, first.name, read) : [rename(ignored, read)],
    };
  },
};

/** What the registry manager does with steps that count by the project file alone. */
function* passedOver([first, ...others]: readonly VariableFact[]): Iterable<Report> {
  if (first === undefined) return;
  yield {
    at: at(first, Part.name),
    message: `WORKSPACE_STEPS counts here, as workspace_variable of the project file says; the registry manager reads LOCAL_STEPS, and loads nothing of this`,
    fixes: [rename([first, ...others], 'LOCAL_STEPS')],
  };
}

function variablesOf(file: SourceFile, name: string): VariableFact[] {
  return file.facts.filter(isVariable).filter(variable => variable.name === name);
}

function whatIsLost(name: string, ignored: readonly VariableFact[]): string {
  const entries = ignored.reduce((sum, variable) => sum + variable.entries, 0);
  if (entries === 0 || ignored.some(variable => variable.unknown.length > 0))
    return `what is in ${name} is never loaded`;
  if (entries === 1) return `the step in ${name} is never loaded`;
  return `these ${entries} steps in ${name} are never loaded`;
}

function rename(ignored: readonly VariableFact[], to: StepsTable): Fix {
  return {
    title: `Rename to ${to}`,
    safe: false,
    edits: ignored.map(variable => ({ do: 'replace', at: at(variable, Part.name), text: to })),
  };
}

/** Moves steps to the table that is read, except for those that it has too: a person must choose between the two. */
function moves(file: SourceFile, from: string, to: StepsTable): Fix[] {
  const rows = file.facts.filter(isStep);
  const known = new Set(rows.filter(row => row.table === to).map(row => row.name));
  const movable = rows.filter(row => row.table === from && !known.has(row.name));
  if (movable.length === 0) return [];
  const edits = movable.map(fact => ({ do: 'move-entry', fact, to }) as const);
  return [{ title: `Move the steps to ${to}`, safe: false, edits }];
}
