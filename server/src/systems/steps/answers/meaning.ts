import { fileName } from '../../../base/paths';
import type { Context, TraceItem } from '../../../model/explanation';
import { Part, type Fact } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Meaning } from '../../system';
import { componentsOf } from '../components/components';
import { stepOfFileName } from '../components/known-words';
import { effectiveRow } from '../define/core-rows';
import { allDefinitions, type Definition } from '../define/definitions';
import { stepNamedBy } from '../define/known-names';
import { textOf } from '../facts';
import { aliasKey } from '../keys';
import { fileRole } from '../naming';
import { mergedView } from '../resolve/resolve';

/**
 * The step that a text stands for which is no name of a step: an old name, a name with a job type, a class, a spec type, or the name
 * of a file. Says of each way whether it led anywhere; the first that does is taken.
 */
export function meaning(text: string, context: Context, lookup: Lookup): Meaning {
  const tried: TraceItem[] = [];
  for (const way of WAYS) {
    const found = way(text, context, lookup);
    if (found === undefined) continue;
    tried.push(found.item);
    if (found.name !== undefined) return { name: found.name, tried };
  }
  return { tried };
}

interface Found {
  readonly name?: string;
  readonly item: TraceItem;
}

type Way = (text: string, context: Context, lookup: Lookup) => Found | undefined;

const WAYS: readonly Way[] = [byOldName, byJobType, byClass, bySpecType, byFileName];

function byOldName(text: string, _: Context, lookup: Lookup): Found {
  const [alias] = lookup.providers(aliasKey(text));
  return alias === undefined
    ? absent('old names', 'no builder registry replaces it')
    : led(alias.target, `old name of '${alias.target}'`, alias);
}

function byJobType(text: string, _: Context, lookup: Lookup): Found | undefined {
  const variant = stepNamedBy(text, lookup);
  if (variant?.jobType === undefined) return undefined;
  return led(variant.step, `'${variant.step}' with the job type '${variant.jobType}'`);
}

/** A builder or config class, or the hyperparameters of a step: of the rows in force, else of any. */
function byClass(text: string, context: Context, lookup: Lookup): Found {
  const named = firstRow(context, lookup, definition => roleOfClass(text, definition, lookup) !== undefined);
  const role = named && roleOfClass(text, named, lookup);
  if (named === undefined || role === undefined) return absent('classes', 'no step has a class of this name');
  return led(named.entry.name, `${role} class of '${named.entry.name}'`, named.entry);
}

function roleOfClass(name: string, definition: Definition, lookup: Lookup): string | undefined {
  const row = effectiveRow(definition.entry, lookup);
  if (textOf(row, 'builder_step_name') === name) return 'builder';
  if (textOf(row, 'config_class') === name) return 'config';
  if (!name.endsWith('Hyperparameters')) return undefined;
  return componentsOf(definition, lookup).find(each => each.kind === 'hyperparameters' && each.name === name)?.kind;
}

/** A spec type, with or without a job type behind it. */
function bySpecType(text: string, context: Context, lookup: Lookup): Found {
  const base = text.replace(/_[A-Z][a-z]+$/, '');
  const typed = firstRow(context, lookup, ({ entry }) => {
    const type = textOf(effectiveRow(entry, lookup), 'spec_type');
    return type !== undefined && (type === text || type === base);
  });
  return typed === undefined
    ? absent('spec types', 'no step has it')
    : led(typed.entry.name, `spec type of '${typed.entry.name}'`, typed.entry);
}

/** The path or name of a component's file, or the part of it that names the step, by the strategies of the run time. */
function byFileName(text: string, context: Context, lookup: Lookup): Found | undefined {
  const base = fileRole(text)?.base ?? fileName(text).replace(/\.(py|step\.yaml)$/, '');
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(base)) return undefined;
  const { name, strategy, tried } = stepOfFileName(base, context.workspace, lookup);
  const names = tried.filter(each => each !== name).map(each => `'${each}'`);
  if (name === undefined) return absent(`file name '${base}'`, `tried ${names.join(', ')} and similar names`);
  const before = names.length === 0 ? '' : `, after ${names.join(', ')}`;
  return led(name, `file name '${base}' of '${name}', by strategy ${strategy} of 5${before}`);
}

function firstRow(
  { workspace }: Context,
  lookup: Lookup,
  isMeant: (definition: Definition) => boolean,
): Definition | undefined {
  return [...mergedView(lookup, workspace).values()].find(isMeant) ?? allDefinitions(lookup).find(isMeant);
}

function led(name: string, source: string, fact?: Fact): Found {
  const place = fact === undefined ? {} : { at: { fact, part: Part.name } };
  return { name, item: { source, ...place, verdict: 'selected', why: `'${name}' is meant` } };
}

function absent(source: string, why: string): Found {
  return { item: { source, verdict: 'absent', why } };
}
