import { METADATA_FIELDS, STEP_FIELDS } from '../../../generated/fields';
import type { FieldDoc } from '../../../model/field-doc';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { stringsOf } from '../../../model/value';
import type { Description } from '../../system';
import { isStep } from '../facts';
import { vocabularyKey } from '../keys';
import { coreEntries } from '../define/core';

const TABLES: Readonly<Record<string, readonly FieldDoc[] | undefined>> = {
  STEP_NAMES: STEP_FIELDS,
  LOCAL_STEPS: STEP_FIELDS,
  WORKSPACE_STEPS: STEP_FIELDS,
  STEP_OVERRIDES: STEP_FIELDS,
  WORKSPACE_METADATA: METADATA_FIELDS,
};

/** The documented fields of the mappings in a registry variable; undefined for any other variable. */
export function fieldsOf(variable: string): readonly FieldDoc[] | undefined {
  return TABLES[variable];
}

/** What a hover says about a field; `key` is `field:<kind of fact>.<field name>`. */
export function describeField(key: string): Description | undefined {
  const [kind, name] = key.slice(key.indexOf(':') + 1).split('.');
  const fields = kind === 'metadata' ? METADATA_FIELDS : kind === 'step' ? STEP_FIELDS : [];
  const field = fields.find(each => each.name === name);
  if (field === undefined) return undefined;
  const facts = [field.type, ...(field.loaded ? [] : ['not read by the registry manager'])];
  return { title: field.name, lead: '', facts, text: field.description, rows: [], notes: [] };
}

/** The words to offer for a field: those of the schema, those the repository declares, and those that core rows use. */
export function wordsOf(variable: string, name: string, lookup: Lookup): readonly string[] | undefined {
  const field = fieldsOf(variable)?.find(each => each.name === name);
  if (field === undefined) return undefined;
  if (field.closed) return field.words;
  const declared = lookup.providers(vocabularyKey(name)).flatMap(fact => fact.words);
  const used = coreEntries(lookup)
    .filter(isStep)
    .flatMap(entry => {
      const value = fieldOf(entry, name);
      return typeof value === 'string' ? [value] : stringsOf(value);
    });
  const offersUsed = name === 'framework' || name === 'sagemaker_step_type' || field.type === 'list of texts';
  return [...new Set([...field.words, ...declared, ...(offersUsed ? used : [])])];
}
