import { Part, type Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import { isStep, isVariable, type RegistryHeader } from '../facts';
import { CLASS_FIELD } from './class-components';

/** The first expression of a registry that is decided at run time, else its first open row, else its beginning. */
export function openPart(header: RegistryHeader, lookup: Lookup): Place {
  const { facts } = lookup.contents(header.file);
  const variable = facts.find(fact => isVariable(fact) && fact.unknown.length > 0);
  if (variable !== undefined) return { fact: variable, part: Part.fieldValue(1) };
  const rows = facts.filter(isStep);
  const row = rows.find(each => (each.open === true && each.inherits === undefined) || each.shape === 'unknown');
  if (row !== undefined) return { fact: row, part: Part.name };
  const named = rows.find(each => isUnknown(fieldOf(each, CLASS_FIELD.builder)));
  return named === undefined ? { fact: header, part: Part.whole } : valuePlace(named, CLASS_FIELD.builder);
}
