import { defined } from '../../../base/defined';
import { Part, type Place } from '../../../model/fact';
import { fieldOf, valuePlace } from '../../../model/fields';
import type { Lookup } from '../../../model/lookup';
import { isList, isMapping, isUnknown, jsonOf, type Value } from '../../../model/value';
import { inheritedAttribute } from '../components/classes';
import { DEFAULT_VERSION, type Module } from './module';

/** A field of a registered module, and which side it comes from (formats 2.5, document 003). */
export interface MergedField {
  readonly name: string;
  readonly winner: 'companion' | 'class' | 'both' | 'default';
  readonly value: Value;
  readonly at?: Place;
  /** What the side that lost says. */
  readonly other?: { readonly value: Value; readonly at: Place };
}

/** Fields that give way to the class where they count as false: `meta.get(name) or code`. */
const TEXTS: ReadonlySet<string> = new Set(['description', 'name', 'version', 'documentation']);
/** Mappings that are laid over those of the class, key by key. */
const MAPPINGS: ReadonlySet<string> = new Set(['annotations', 'metadata']);
/** The fields that a companion and a class may both state. */
export const MERGED_FIELDS = [
  'name',
  'description',
  'version',
  'tags',
  'annotations',
  'examples',
  'metadata',
  'documentation',
] as const;

/** The fields of a module as they are registered, those that nobody states left out; what code decides is `unknown`. */
export function mergedFields({ companion, entry }: Module, lookup: Lookup): MergedField[] {
  return MERGED_FIELDS.flatMap((name): MergedField[] => {
    const stated = companion && fieldOf(companion, name);
    const own = entry.status === 'found' ? codeValue(name, entry.entry, lookup) : undefined;
    if (companion !== undefined && stated !== undefined && stated !== null && !(TEXTS.has(name) && isFalse(stated))) {
      const at = valuePlace(companion, name);
      const joined = MAPPINGS.has(name) ? mergedMapping(stated, own?.value) : undefined;
      if (joined !== undefined) return [{ name, winner: 'both', value: joined, at }];
      const value = AS_MADE[name]?.(stated) ?? stated;
      return [{ name, winner: 'companion', value, at, ...(own === undefined ? {} : { other: own }) }];
    }
    if (own !== undefined) return [{ name, winner: 'class', value: own.value, at: own.at }];
    return name === 'version' && entry.status === 'found' ? [{ name, winner: 'default', value: DEFAULT_VERSION }] : [];
  });
}

/** What the run time makes of values of the companion (`ModuleAnnotations`, `ModuleExample`). */
const AS_MADE: Readonly<Record<string, (stated: Value) => Value>> = {
  annotations: stated => (isMapping(stated) ? annotationsAsMade(stated) : stated),
  examples: stated => (isList(stated) ? stated.map(exampleOf) : []),
};

/** What `ModuleAnnotations` holds once it is made: no negative time to live, and a mapping in `extra`. */
export function annotationsAsMade(stated: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const ttl = stated.get('cache_ttl');
  const extra = stated.get('extra');
  return new Map<string, Value>([
    ...stated,
    ...(typeof ttl === 'number' && ttl < 0 ? [['cache_ttl', 0] as const] : []),
    ...(isList(extra) ? [['extra', mappingOfPairs(extra)] as const] : []),
  ]);
}

function mappingOfPairs(pairs: readonly Value[]): Value {
  return new Map(
    pairs.flatMap(pair => (isList(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1] ?? null] as const] : [])),
  );
}

function exampleOf(stated: Value): Value {
  if (!isMapping(stated)) return stated;
  const nothing = new Map<string, Value>();
  return new Map<string, Value>([
    ['title', stated.get('title') ?? null],
    ['inputs', stated.get('inputs') ?? nothing],
    ['output', stated.get('output') ?? nothing],
    ['description', stated.get('description') ?? null],
  ]);
}

function isFalse(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  return isMapping(value) ? value.size === 0 : value === '' || value === 0 || value === false;
}

function mergedMapping(stated: Value, own: Value | undefined): Value | undefined {
  return isMapping(stated) && isMapping(own) ? new Map([...own, ...stated]) : undefined;
}

function codeValue(
  name: string,
  entry: Parameters<typeof inheritedAttribute>[1],
  lookup: Lookup,
): { value: Value; at: Place } | undefined {
  const found = inheritedAttribute(name, entry, lookup);
  if (found.status !== 'found' || found.attribute.form === 'method') return undefined;
  const { attribute, owner } = found;
  const at = { fact: owner, part: Part.fieldValue(owner.attributes.indexOf(attribute)) };
  if (attribute.form === 'literal' && attribute.value !== null)
    return { value: defined(attribute.value, 'the value of a literal'), at };
  return attribute.form === 'literal' ? undefined : { value: { unknown: attribute.target ?? 'code' }, at };
}

/** A merged value in few words. */
export function valueInWords(value: Value): string {
  if (isUnknown(value)) return `decided by code (${value.unknown})`;
  if (typeof value === 'string') return value;
  return JSON.stringify(jsonOf(value));
}
