import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import { checkedDefinition, isChecked, lacksClass, type StepEntry, textOf } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const namingConvention: FactRule<StepEntry> = {
  code: 'step/naming-convention',
  severity: 'info',
  summary: 'A name does not follow the conventions for steps.',
  why:
    'Step names are PascalCase, builders end in StepBuilder and configs in Config; the validators of the run time insist on ' +
    'it in strict mode, and names of files are derived from it. Loading works all the same.',
  remedy: 'Rename it, together with what refers to it (Registry: Rename Across Registry).',
  bad: `
LOCAL_STEPS = {
    "data_prep": {"builder_step_name": "DataPrepBuilder"},
#   ^^^^^^^^^^^ step/naming-convention
#                                      ^^^^^^^^^^^^^^^^^ step/naming-convention
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'fact',
  kind: 'step',
  wide: true,
  *check(entry, lookup) {
    if (entry.partial === true || entry.refused !== undefined || !isChecked(entry, lookup)) return;
    yield* stepName(entry);
    yield* className(entry, 'builder', lookup);
    yield* className(entry, 'config', lookup);
  },
};

function* stepName(entry: StepEntry): Iterable<Report> {
  const { name } = entry;
  if (/^[A-Z][A-Za-z0-9]*$/.test(name)) return;
  const better = inPascalCase(name);
  const suggestion = better === undefined ? '' : `, such as '${truncateName(better)}'`;
  yield {
    at: at(entry, Part.name),
    message: `'${truncateName(name)}': by convention a step has a name in PascalCase${suggestion}`,
  };
}

const CLASSES = {
  builder: {
    field: 'builder_step_name',
    pattern: /StepBuilder(Base)?$/,
    convention: "a builder ends in 'StepBuilder'",
  },
  config: { field: 'config_class', pattern: /Config(Base)?$/, convention: "a config class ends in 'Config'" },
} as const;

/** A class that is nowhere is most likely misspelt: `step/missing-builder` and `step/missing-config` say that. */
function* className(entry: StepEntry, role: keyof typeof CLASSES, lookup: Lookup): Iterable<Report> {
  const { field, pattern, convention } = CLASSES[role];
  const name = textOf(entry, field);
  if (name === undefined || name === '' || pattern.test(name)) return;
  const definition = checkedDefinition(entry, lookup);
  if (definition !== undefined && lacksClass(role, definition, lookup)) return;
  yield { at: valuePlace(entry, field), message: `'${truncateName(name)}': by convention ${convention}` };
}

/** The name in PascalCase; undefined if it has other characters. Capitals inside of words stay, as in XGBoost. */
function inPascalCase(name: string): string | undefined {
  const words = name.split(/[_-]+/).filter(word => word !== '');
  const joined = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Z][A-Za-z0-9]*$/.test(joined) ? joined : undefined;
}
