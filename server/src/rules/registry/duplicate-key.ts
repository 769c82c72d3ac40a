import { groupBy } from '../../base/collections';
import { defined } from '../../base/defined';
import { truncateName } from '../../base/message-text';
import { sameData } from '../../base/structural-equality';
import { Part, type Fact, type Place } from '../../model/fact';
import type { Entry } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import {
  isHeader,
  isMetadata,
  isStep,
  isVariable,
  type StepEntry,
  type VariableFact,
} from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const duplicateKey: FileRule = {
  code: 'registry/duplicate-key',
  severity: 'warning',
  summary: 'A key is given twice in one dict, or a whole table in one file.',
  why:
    'Python keeps the last of several equal keys and says nothing; YAML loaders do the same. What the earlier one holds ' +
    'never takes effect, though it still looks as if it did.',
  remedy: 'Delete the entry that is not meant, or give one of them another name.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "FastDataPrepStepBuilder"},
#   ^^^^^^^^^^ registry/duplicate-key
    "DataPrep": {"builder_step_name": "SafeDataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "FastDataPrep": {"builder_step_name": "FastDataPrepStepBuilder"},
    "SafeDataPrep": {"builder_step_name": "SafeDataPrepStepBuilder"},
}
`,
  over: 'file',
  *check(file) {
    for (const { code, span, message } of file.problems)
      if (code === duplicateKey.code) yield { at: { file, span }, message };
    const header = file.facts.find(isHeader);
    if (header === undefined || header.form === 'ignored') return;
    for (const fact of file.facts) if (isVariable(fact)) yield* replacedTable(fact);
    for (const rows of groupBy(file.facts.filter(isInItsDict), ({ table }) => table).values())
      yield* repeatedRows(rows);
    for (const fact of file.facts)
      if (isMetadata(fact) || (isStep(fact) && fact.repeats === true)) yield* repeatedFields(fact);
  },
};

function* replacedTable(variable: VariableFact): Iterable<Report> {
  if (variable.replaced !== true || variable.entries === 0) return;
  const rows = variable.entries === 1 ? 'its row is' : `its ${variable.entries} rows are`;
  yield {
    at: at(variable, Part.name),
    message: `${variable.name} is assigned again below; Python keeps the later one, so ${rows} lost`,
    tag: 'unnecessary',
  };
}

/** Whether nothing but its own dict decides what becomes of a row. */
function isInItsDict(fact: Fact): fact is StepEntry {
  return isStep(fact) && (fact.gone === undefined || fact.gone === 'repeated');
}

function* repeatedRows(rows: readonly StepEntry[]): Iterable<Report> {
  const last = new Map<string, StepEntry>();
  for (const row of rows) if (row.gone === undefined || !last.has(row.name)) last.set(row.name, row);
  if (last.size === rows.length) return;
  for (const row of rows) {
    const kept = defined(last.get(row.name), 'the last row of a name');
    if (kept === row || row.partial === true || kept.partial === true) continue;
    const title = `Remove the first '${truncateName(row.name)}'`;
    const isCopy = row.open !== true && kept.open !== true && sameData(row.fields, kept.fields);
    yield {
      ...repeated(row.name, nameOf(row), nameOf(kept)),
      fixes: [{ title, safe: isCopy, edits: [{ do: 'remove-entry', fact: row }] }],
    };
  }
}

function* repeatedFields(entry: Entry): Iterable<Report> {
  const { fields, partial } = entry;
  if (partial === true) return;
  const last = new Map(fields.map(({ name }, i) => [name, i]));
  for (const [i, { name }] of fields.entries()) {
    const kept = defined(last.get(name), 'the last field of a name');
    if (kept !== i) yield repeated(name, at(entry, Part.fieldName(i)), at(entry, Part.fieldName(kept)));
  }
}

function repeated(name: string, dead: Place, kept: Place): Report {
  return {
    at: dead,
    message: `'${truncateName(name)}' is given twice in this dict; Python keeps the later one, so this one is lost`,
    related: [{ at: kept, message: 'this one is kept' }],
    tag: 'unnecessary',
  };
}

function nameOf(fact: Fact): Place {
  return at(fact, Part.name);
}
