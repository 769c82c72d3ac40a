import { inWords } from '../../base/in-words';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { fieldOf } from '../../model/fields';
import { at } from '../../model/finding';
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
  isChecked,
  isWorkspaceRow,
  LOADED_FIELDS,
  type StepEntry,
  textOf,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const missingField: FactRule<StepEntry> = {
  code: 'step/missing-field',
  severity: 'info',
  summary: 'A step lacks one of the fields that every core step has.',
  why:
    'A row loads without any field, but what reads it later finds nothing: without builder_step_name no builder, without ' +
    'config_class no way from a config to the step, and so on. An override replaces the whole row of the core step: what it ' +
    'does not repeat is lost. In a core registry this is a warning, since code that goes through all rows expects all five.',
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
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    if (entry.shape !== 'mapping' || entry.open === true || entry.partial === true || entry.table === 'interface')
      return;
    const absent = absentFields(entry);
    if (absent.length === 0 || entry.refused !== undefined || !isChecked(entry, lookup)) return;
    yield {
      at: at(entry, Part.name),
      message: message(entry, absent),
      ...(isWorkspaceRow(entry) ? {} : { severity: 'warning' }),
      fixes: fixes(entry, absent, lookup),
    };
  },
};

/** The conventional fields that a row lacks, except for those that it has misspelt: see step/unknown-field. */
function absentFields(entry: StepEntry): ConventionalField[] {
  const absent = CONVENTIONAL_FIELDS.filter(field => isAbsent(entry, field));
  const unknown = entry.fields.filter(({ name }) => !LOADED_FIELDS.has(name) && !DROPPED_FIELDS.has(name));
  if (unknown.length === 0) return absent;
  const meant = new Set(unknown.map(({ name }) => closest(name, absent)));
  return absent.filter(field => !meant.has(field));
}

function isAbsent(entry: StepEntry, field: string): boolean {
  const value = fieldOf(entry, field);
  return value === undefined || value === null || value === '';
}

const LOSSES: Readonly<Record<ConventionalField, string>> = {
  config_class: 'no config leads to it',
  builder_step_name: 'it has no builder',
  spec_type: 'its specification is not found by name',
  sagemaker_step_type: 'what kind of SageMaker step it is stays unknown',
  description: 'lists show nothing about it',
};

function message({ name, table }: StepEntry, absent: readonly ConventionalField[]): string {
  const what = `'${truncateName(name)}' has no ${inWords(absent, 'or')}: ${inWords(
    absent.map(field => LOSSES[field]),
    'and',
  )}`;
  return table === 'STEP_OVERRIDES' ? `${what}. An override replaces the whole row of the core step` : what;
}

function fixes(entry: StepEntry, absent: readonly ConventionalField[], lookup: Lookup): Fix[] {
  const overridden = entry.table === 'STEP_OVERRIDES' ? coreDefinition(entry.name, lookup) : undefined;
  const edits = absent.flatMap(name => {
    const value = (overridden && textOf(overridden, name)) ?? conventionalValue(entry.name, name);
    return value === undefined ? [] : [{ do: 'add-field', fact: entry, name, value } as const];
  });
  return edits.length === 0
    ? []
    : [
        {
          title: `Add ${inWords(
            edits.map(edit => edit.name),
            'and',
          )}`,
          safe: false,
          edits,
        },
      ];
}

function conventionalValue(step: string, field: ConventionalField): string | undefined {
  if (field === 'config_class') return conventionalConfig(step);
  if (field === 'builder_step_name') return conventionalBuilder(step);
  return field === 'spec_type' ? step : undefined;
}
