import { memoizePerObject } from '../../base/memoize-per-object';
import { groupBy } from '../../base/collections';
import { inWords } from '../../base/in-words';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  closest,
  CONVENTIONAL_FIELDS,
  conventionalBuilder,
  conventionalConfig,
  type ConventionalField,
  coreDefinition,
  DROPPED_FIELDS,
  effectiveRow,
  isAbsent,
  isChecked,
  isStep,
  isWorkspaceRow,
  LOADED_FIELDS,
  type StepEntry,
  textOf,
} from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const missingField: FileRule = {
  code: 'step/missing-field',
  severity: 'info',
  summary: 'A step lacks one of the fields that every core step has.',
  why:
    'A row loads without any field, but what reads it later finds nothing: without builder_step_name no builder, without ' +
    'config_class no way from a config to the step, and so on. An override replaces the whole row of the core step: what it ' +
    'does not repeat is lost. In a core registry this is a warning, since code that goes through all rows expects all five. What no row of a table has is said once.',
  remedy: 'Add the field; the quick fix inserts the conventional value, or in an override that of the core step.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
#   ^^^^^^^^^^ step/missing-field
        "config_class": "DataPrepConfig",
        "builder_step_name": "DataPrepStepBuilder",
        "sagemaker_step_type": "Processing",
        "description": "Prepares data",
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "config_class": "DataPrepConfig",
        "builder_step_name": "DataPrepStepBuilder",
        "spec_type": "DataPrep",
        "sagemaker_step_type": "Processing",
        "description": "Prepares data",
    },
}
`,
  over: 'file',
  *check(file, lookup) {
    if (!file.facts.some(fact => isStep(fact) && mayLack(fact))) return;
    const tables = groupBy(file.facts.filter(isStep), ({ table }) => table);
    tables.delete('interface');
    for (const rows of tables.values()) yield* checkTable(rows, lookup);
  },
};

/** What no row of a table has is said once, at its first row, and of each row what others have. */
function* checkTable(rows: readonly StepEntry[], lookup: Lookup): Iterable<Report> {
  const lacking: { readonly entry: StepEntry; readonly absent: readonly ConventionalField[] }[] = [];
  for (const entry of rows) {
    if (!mayLack(entry)) continue;
    const row = effectiveRow(entry, lookup);
    const absent = isWhole(row) ? absentFields(row) : [];
    if (absent.length > 0 && isChecked(entry, lookup)) lacking.push({ entry, absent });
  }
  const [first, second] = lacking;
  if (first === undefined) return;
  const everywhere =
    second === undefined || lacking.length < rows.length || first.entry.table === 'STEP_OVERRIDES'
      ? []
      : first.absent.filter(field => lacking.every(({ absent }) => absent.includes(field)));
  if (everywhere.length > 0)
    yield report(
      first.entry,
      messageOfAll(first.entry, everywhere),
      fixes(
        lacking.map(({ entry }) => ({ entry, absent: everywhere })),
        lookup,
      ),
    );
  for (const { entry, absent } of lacking) {
    const own = absent.filter(field => !everywhere.includes(field));
    if (own.length > 0) yield report(entry, message(entry, own), fixes([{ entry, absent: own }], lookup));
  }
}

function report(entry: StepEntry, text: string, fixed: readonly Fix[]): Report {
  return {
    at: at(entry, Part.name),
    message: text,
    ...(isWorkspaceRow(entry) ? {} : { severity: 'warning' }),
    fixes: fixed,
  };
}

/** Whether a row may do without a conventional field: most give them all. */
function mayLack({ incomplete, inherits }: StepEntry): boolean {
  return incomplete === true || inherits !== undefined;
}

/** Whether all fields of a row are known, and it is loaded as far as its text says. */
function isWhole({ shape, open, partial, refused }: StepEntry): boolean {
  return shape === 'mapping' && open !== true && partial !== true && refused === undefined;
}

/** The conventional fields that a row lacks, except for those that it has misspelt: see step/unknown-field. */
const absentFields = memoizePerObject((entry: StepEntry): readonly ConventionalField[] => {
  const absent = CONVENTIONAL_FIELDS.filter(field => isAbsent(entry, field));
  const unknown = entry.fields.filter(({ name }) => !LOADED_FIELDS.has(name) && !DROPPED_FIELDS.has(name));
  if (unknown.length === 0) return absent;
  const meant = new Set(unknown.map(({ name }) => closest(name, absent)));
  return absent.filter(field => !meant.has(field));
});

/** What is lost for one step, and for all steps of a table. */
const LOSSES: Readonly<Record<ConventionalField, { readonly one: string; readonly all: string }>> = {
  config_class: { one: 'no config leads to it', all: 'no config leads to any of these steps' },
  builder_step_name: { one: 'it has no builder', all: 'none of these steps has a builder' },
  spec_type: { one: 'its specification is not found by name', all: 'no specification is found by name' },
  sagemaker_step_type: {
    one: 'what kind of SageMaker step it is stays unknown',
    all: 'what kind of SageMaker step each of them is stays unknown',
  },
  description: { one: 'lists show nothing about it', all: 'lists show nothing about these steps' },
};

function message({ name, table }: StepEntry, absent: readonly ConventionalField[]): string {
  const what = `'${truncateName(name)}' has no ${inWords(absent, 'or')}: ${inWords(
    absent.map(field => LOSSES[field].one),
    'and',
  )}`;
  return table === 'STEP_OVERRIDES' ? `${what}. An override replaces the whole row of the core step` : what;
}

function messageOfAll({ table }: StepEntry, absent: readonly ConventionalField[]): string {
  return `No row of ${table} has ${inWords(absent, 'or')}: ${inWords(
    absent.map(field => LOSSES[field].all),
    'and',
  )}`;
}

function fixes(
  rows: readonly { readonly entry: StepEntry; readonly absent: readonly ConventionalField[] }[],
  lookup: Lookup,
): Fix[] {
  const edits = rows.flatMap(({ entry, absent }) => {
    // A row of core that is taken over may be no dict of this text, to which a field could be added.
    if (entry.inherits?.row !== undefined) return [];
    const overridden = entry.table === 'STEP_OVERRIDES' ? coreDefinition(entry.name, lookup) : undefined;
    return absent.flatMap(name => {
      const value = (overridden && textOf(overridden, name)) ?? conventionalValue(entry.name, name);
      return value === undefined ? [] : [{ do: 'add-field', fact: entry, name, value } as const];
    });
  });
  if (edits.length === 0) return [];
  const names = inWords([...new Set(edits.map(({ name }) => name))], 'and');
  return [{ title: rows.length === 1 ? `Add ${names}` : `Add ${names} to every row`, safe: false, edits }];
}

function conventionalValue(step: string, field: ConventionalField): string | undefined {
  if (field === 'config_class') return conventionalConfig(step);
  if (field === 'builder_step_name') return conventionalBuilder(step);
  return field === 'spec_type' ? step : undefined;
}
