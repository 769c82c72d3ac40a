import { inWords } from '../../base/in-words';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import type { Fix } from '../../model/fix';
import { settingsOf } from '../../model/settings';
import { DROPPED_FIELDS, isChecked, type StepEntry } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const droppedField: FactRule<StepEntry> = {
  code: 'step/dropped-field',
  severity: 'info',
  summary: 'Fields of a step stand in documents and templates, but the run time does not read them.',
  why:
    'The loader copies eight fields of a row; priority, tags, framework_version and conflict_resolution_strategy are not ' +
    'among them, so every step keeps priority 100 and no tags. Only the resolution profile intelligent, which follows a ' +
    'design document, uses some of them; in a project with that profile they are not reported.',
  remedy: 'Do not rely on the fields at run time. They may stay as notes for people; the quick fix removes them.',
  bad: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
        "priority": 10,
#       ^^^^^^^^^^ step/dropped-field
        "environment_tags": ["cpu"],
    },
}
`,
  good: `
LOCAL_STEPS = {
    "DataPrep": {
        "builder_step_name": "DataPrepStepBuilder",
    },
}
`,
  over: 'fact',
  kind: 'step',
  *check(entry, lookup) {
    const dropped = [...entry.fields.entries()].filter(([, { name }]) => DROPPED_FIELDS.has(name));
    if (dropped.length === 0 || !isChecked(entry, lookup)) return;
    const isUsed = settingsOf(lookup).resolution.profile === 'intelligent';
    const unread = dropped.filter(([, { name }]) => !(isUsed && INTELLIGENT.has(name)));
    const [first] = unread;
    if (first === undefined) return;
    yield {
      at: at(entry, Part.fieldName(first[0])),
      message: message(unread.map(([, { name }]) => name)),
      // The editor fades one place only: with several fields it would seem that the others are read.
      ...(unread.length === 1 ? { tag: 'unnecessary' } : {}),
      fixes: [removal(entry, unread)],
    };
  },
};

/** The dropped fields that the profile `intelligent` uses. */
const INTELLIGENT = new Set(['priority', 'environment_tags', 'conflict_resolution_strategy']);

function message(names: readonly string[]): string {
  const verb = names.length === 1 ? 'is' : 'are';
  return `${quoted(names)} ${verb} not read at run time${useInWords(names)}`;
}

function useInWords(names: readonly string[]): string {
  const used = names.filter(name => INTELLIGENT.has(name));
  if (used.length === 0) return '';
  if (used.length === names.length) return ' (used by the intelligent profile only)';
  return used.length === 1
    ? ` (${quoted(used)} is used by the intelligent profile only)`
    : ' (some are used by the intelligent profile only)';
}

function quoted(names: readonly string[]): string {
  return inWords(
    names.map(name => `'${name}'`),
    'and',
  );
}

function removal(entry: StepEntry, fields: readonly (readonly [number, { readonly name: string }])[]): Fix {
  const [first] = fields;
  const isOne = first !== undefined && fields.length === 1;
  return {
    title: isOne ? `Remove '${first[1].name}'` : `Remove the ${fields.length} fields that are not read`,
    safe: false,
    edits: [{ do: 'remove-fields', fact: entry, indices: fields.map(([i]) => i) }],
  };
}
