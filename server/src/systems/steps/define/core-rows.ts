import type { Place } from '../../../model/fact';
import { fieldOf } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isUnknown } from '../../../model/value';
import {
  HeaderPart,
  headerOf,
  isHeader,
  type CoreField,
  type RegistryHeader,
  type RunTrouble,
  type StepEntry,
} from '../facts';
import { CORE_CHANGES_KEY, stepKey } from '../keys';
import { LOADED_FIELDS } from '../vocabulary';
import { coreOf } from './core';

/** What keeps a workspace registry from being run to its end, with its place. */
export interface PlacedTrouble extends RunTrouble {
  readonly at: Place;
}

/**
 * What happens when a registry file is run, with what it takes out of the rows of core, which stand in another file: undefined if it
 * runs to its end for certain.
 */
export function runOf(header: RegistryHeader, lookup: Lookup): PlacedTrouble | undefined {
  const own = header.run && { ...header.run, at: { fact: header, part: HeaderPart.run } };
  if (header.needs === undefined || (own !== undefined && own.outcome !== 'cannot tell')) return own;
  const { path } = header.file;
  // Asked for each row of the file, which may take something out of core for each.
  const found = lookup.remember(`needs of core:${path}`, inner =>
    needsTrouble(inner.file(path)?.facts.find(isHeader), inner),
  );
  if (found === undefined || (own !== undefined && found.outcome === 'cannot tell')) return own;
  const { index, ...trouble } = found;
  return { ...trouble, at: { fact: header, part: HeaderPart.need(index) } };
}

/** What comes of the needs of a file: what is raised for certain, else the first that cannot be told. */
function needsTrouble(
  header: RegistryHeader | undefined,
  lookup: Lookup,
): (RunTrouble & { readonly index: number }) | undefined {
  let doubt: (RunTrouble & { readonly index: number }) | undefined;
  for (const [index, need] of (header?.needs ?? []).entries()) {
    const answer = header && answerTo(need, header, lookup);
    if (answer === undefined || answer === 'there') continue;
    if (answer === 'missing' && need.certain)
      return { outcome: 'raises', reason: `KeyError: ${absenceOf(need)}`, index };
    doubt ??= { outcome: 'cannot tell', reason: answer === 'missing' ? absenceOf(need) : answer.reason, index };
  }
  return doubt;
}

function absenceOf({ row, field }: CoreField): string {
  return field === undefined ? `core has no row '${row}'` : `the row '${row}' of core has no field '${field}'`;
}

interface CannotTell {
  readonly reason: string;
}

/** Whether core has a row or field for whoever runs after the registry manager has read core. */
function answerTo(need: CoreField, header: RegistryHeader, lookup: Lookup): 'there' | 'missing' | CannotTell {
  const row = coreRow(need.row, header, lookup);
  if (row === 'missing' || 'reason' in row) return row;
  if (need.field === undefined) return 'there';
  const value = fieldOf(row, need.field);
  if (value === undefined) return 'missing';
  const isAsTaken = LOADED_FIELDS.get(need.field) === 'text' ? typeof value === 'string' : !isUnknown(value);
  return isAsTaken ? 'there' : { reason: `code decides what '${need.field}' of the row '${need.row}' of core is` };
}

/** The row of core that a workspace registry finds under a name in the table that it imports. */
function coreRow(name: string, { file }: RegistryHeader, lookup: Lookup): StepEntry | 'missing' | CannotTell {
  const core = coreOf(lookup);
  const source = core?.headers[0];
  if (core?.era !== 'literal' || source?.form !== 'literal' || !`/${source.file.path}`.endsWith(CORE_MODULE_PATH))
    return { reason: `the rows of ${CORE_MODULE} are not known here` };
  if (core.open || source.run !== undefined) return { reason: 'code decides which rows core has' };
  const other = lookup.providers(CORE_CHANGES_KEY).find(each => each.file !== file);
  if (other !== undefined) return { reason: `running ${other.file.path} may change the rows of core first` };
  const row = lookup
    .providers(stepKey(name))
    .findLast(each => each.file === source.file && each.table === 'STEP_NAMES' && each.gone === undefined);
  if (row === undefined) return 'missing';
  return isDecided(row) ? row : { reason: `code decides what the row '${name}' of core consists of` };
}

const CORE_MODULE = 'cursus.registry.step_names_original';
const CORE_MODULE_PATH = '/cursus/registry/step_names_original.py';

function isDecided({ shape, open, partial, doubt, refused }: StepEntry): boolean {
  return shape === 'mapping' && open !== true && partial !== true && doubt === undefined && refused === undefined;
}

/**
 * A row with all its fields, those that it has from rows of core behind its own. The row itself if it has none from there, or if nobody
 * can tell which: then it is open. Places are those of the row itself.
 */
export function effectiveRow(entry: StepEntry, lookup: Lookup): StepEntry {
  const header = entry.inherits && headerOf(entry);
  if (entry.inherits === undefined || header === undefined) return entry;
  const { row, without = [], fields: taken } = entry.inherits;
  const fields = new Map(entry.fields.map(field => [field.name, field]));
  for (const { name, from, otherwise } of taken) {
    const source = coreRow(from.row, header, lookup);
    if (source === 'missing' || 'reason' in source) return entry;
    const value = fieldOf(source, from.field ?? '') ?? otherwise;
    if (value !== undefined) fields.set(name, { name, value });
  }
  const rest = row === undefined ? { fields: [] } : coreRow(row, header, lookup);
  if (rest === 'missing' || 'reason' in rest) return entry;
  for (const { name, value } of rest.fields)
    if (!fields.has(name) && !without.includes(name)) fields.set(name, { name, value });
  const { kind, name, file, table, shape, gone, doubt, refused } = entry;
  const flags = {
    ...(entry.partial === true ? { partial: true } : {}),
    ...(gone === undefined ? {} : { gone }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(refused === undefined ? {} : { refused }),
  };
  return { kind, name, file, table, shape, fields: [...fields.values()], ...flags };
}
