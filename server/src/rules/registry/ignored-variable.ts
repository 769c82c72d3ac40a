import { Part, type SourceFile } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import { isHeader, isStep, isVariable, stepsTable, type VariableFact } from '../../systems/steps/public';
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
  migration: 'workspace-steps',
  over: 'file',
  *check(file, lookup) {
    if (file.facts.find(isHeader)?.form !== 'workspace') return;
    if (stepsTable(lookup) === 'WORKSPACE_STEPS') {
      yield* byProjectFile(file);
      return;
    }
    const ignored = variablesOf(file, 'WORKSPACE_STEPS');
    const [first] = ignored;
    if (first === undefined) return;
    const hasBoth = variablesOf(file, 'LOCAL_STEPS').length > 0;
    yield {
      at: at(first, Part.name),
      message: `The registry manager reads LOCAL_STEPS; ${whatIsLost(ignored)}`,
      ...(hasBoth ? { severity: 'warning' } : {}),
      fixes: hasBoth ? moves(file) : [rename(ignored)],
    };
  },
};

/** Says where the registry manager and the project file disagree. Which of them is right, a person has to know. */
function* byProjectFile(file: SourceFile): Iterable<Report> {
  const [counted] = variablesOf(file, 'WORKSPACE_STEPS');
  const [ignored] = variablesOf(file, 'LOCAL_STEPS');
  if (counted !== undefined)
    yield {
      at: at(counted, Part.name),
      message:
        'WORKSPACE_STEPS counts by workspace_variable of the project file; the registry manager reads LOCAL_STEPS, and loads nothing of this',
    };
  if (ignored !== undefined)
    yield {
      at: at(ignored, Part.name),
      message:
        'LOCAL_STEPS does not count by workspace_variable of the project file; the registry manager reads it, and not WORKSPACE_STEPS',
      severity: 'warning',
    };
}

function variablesOf(file: SourceFile, name: string): VariableFact[] {
  return file.facts.filter(isVariable).filter(variable => variable.name === name);
}

function whatIsLost(ignored: readonly VariableFact[]): string {
  const entries = ignored.reduce((sum, variable) => sum + variable.entries, 0);
  if (entries === 0 || ignored.some(variable => variable.unknown.length > 0))
    return 'what is in WORKSPACE_STEPS is never loaded';
  if (entries === 1) return 'the step in WORKSPACE_STEPS is never loaded';
  return `these ${entries} steps in WORKSPACE_STEPS are never loaded`;
}

function rename(ignored: readonly VariableFact[]): Fix {
  return {
    title: 'Rename to LOCAL_STEPS',
    safe: false,
    edits: ignored.map(variable => ({ do: 'replace', at: at(variable, Part.name), text: 'LOCAL_STEPS' })),
  };
}

/** Moves the steps to LOCAL_STEPS, except for those that LOCAL_STEPS has too: a person must choose between the two. */
function moves(file: SourceFile): Fix[] {
  const rows = file.facts.filter(isStep);
  const local = new Set(rows.filter(row => row.table === 'LOCAL_STEPS').map(row => row.name));
  const movable = rows.filter(row => row.table === 'WORKSPACE_STEPS' && !local.has(row.name));
  if (movable.length === 0) return [];
  const edits = movable.map(fact => ({ do: 'move-entry', fact, to: 'LOCAL_STEPS' }) as const);
  return [{ title: 'Move the steps to LOCAL_STEPS', safe: false, edits }];
}
