import type { Value } from '../../../../model/value';
import { classAttribute } from './attributes';
import { annotationsAsMade } from '../../resolve/companion-merge';
import { localAncestors } from './classes';
import { jsonOf, jsonOrUnknown } from './json-values';
import { argument, isCallOf, isLibrary, library, truth, type PyCall, type PyClass, type PyValue } from './values';

/**
 * What `get_schema` gives of a module besides its schemas: attributes of its class, whatever a companion says (formats 2.9). What only
 * running decides is unknown.
 */
export function moduleFields(of: PyClass): ReadonlyMap<string, Value> {
  const attribute = (name: string): PyValue | undefined => instanceAttribute(of, name);
  return new Map<string, Value>([
    ['name', plain(attribute('name'), null)],
    ['description', plain(attribute('description'), '')],
    ['version', plain(attribute('version'), '1.0.0')],
    ['tags', tagsOf(attribute('tags'))],
    ['annotations', annotationsOf(attribute('annotations'))],
    ['examples', examplesOf(attribute('examples'))],
  ]);
}

function instanceAttribute(of: PyClass, name: string): PyValue | undefined {
  return localAncestors(of).some(({ names }) => names.has('__init__') || names.has('__new__'))
    ? { kind: 'unknown', reason: 'code' }
    : classAttribute(of, name);
}

/** Why `get_schema` raises an exception: it iterates over what a class has as tags and as examples. */
export function fieldFailure(of: PyClass): string | undefined {
  for (const name of ['tags', 'examples']) {
    const value = instanceAttribute(of, name);
    const isMade = value !== undefined && isOfApcore(value, 'ModuleExample');
    if (isMade || (value !== undefined && !canBeIterated(value) && truth(value) === true))
      return `get_schema iterates over ${name}, which is no list`;
  }
  return undefined;
}

function canBeIterated(value: PyValue): boolean {
  return !['bool', 'int', 'float', 'ellipsis', 'function'].includes(value.kind);
}

function plain(value: PyValue | undefined, otherwise: Value): Value {
  if (value === undefined) return otherwise;
  return holdsBytes(value) ? { unknown: 'bytes' } : jsonOrUnknown(value, 'code');
}

/** Bytes have no form in JSON, and stay bytes where nothing asks for JSON. */
function holdsBytes(value: PyValue): boolean {
  if ('items' in value) return value.items.some(holdsBytes);
  return value.kind === 'bytes' || (value.kind === 'dict' && value.entries.flat().some(holdsBytes));
}

function tagsOf(value: PyValue | undefined): Value {
  if (value === undefined || value.kind === 'none') return [];
  if (value.kind === 'str') return Array.from(value.value);
  return 'items' in value && value.kind !== 'set' && value.kind !== 'frozenset'
    ? plain(value, [])
    : { unknown: 'tags' };
}

/** The fields of `ModuleAnnotations` with their defaults. */
const ANNOTATIONS: readonly (readonly [string, Value])[] = [
  ['readonly', false],
  ['destructive', false],
  ['idempotent', false],
  ['requires_approval', false],
  ['open_world', true],
  ['streaming', false],
  ['cacheable', false],
  ['cache_ttl', 0],
  ['cache_key_fields', null],
  ['paginated', false],
  ['pagination_style', 'cursor'],
  ['extra', new Map()],
];

const IN_APCORE = ['apcore', 'apcore.module', 'apcore.schema.annotations'];

function isOfApcore(value: PyValue, name: string): value is PyCall {
  return isCallOf(value, ...IN_APCORE.map(module => `${module}.${name}`));
}

/** `ModuleAnnotations(…)` with every field; anything else is none. */
function annotationsOf(value: PyValue | undefined): Value {
  if (value === undefined) return null;
  if (value.kind === 'unknown') return { unknown: value.reason };
  const isDefault = isLibrary(value, ...IN_APCORE.map(module => `${module}.DEFAULT_ANNOTATIONS`));
  const call: PyValue = isDefault
    ? { kind: 'call', callee: library('apcore.ModuleAnnotations'), args: [], keywords: new Map() }
    : value;
  if (!isOfApcore(call, 'ModuleAnnotations')) return value.kind === 'call' ? { unknown: 'annotations' } : null;
  return annotationsAsMade(argumentsOf(call, ANNOTATIONS));
}

const EXAMPLE: readonly (readonly [string, Value])[] = [
  ['title', { unknown: 'title' }],
  ['inputs', new Map()],
  ['output', new Map()],
  ['description', null],
];

/** Each `ModuleExample(…)` of a list with every field; items that are anything else are left out. */
function examplesOf(value: PyValue | undefined): Value {
  if (value === undefined || value.kind === 'none') return [];
  if (value.kind !== 'list' && value.kind !== 'tuple')
    return { unknown: value.kind === 'unknown' ? value.reason : 'examples' };
  const isOpen = value.items.some(
    item => item.kind === 'unknown' || (item.kind === 'call' && !isOfApcore(item, 'ModuleExample')),
  );
  if (isOpen) return { unknown: 'an example' };
  return value.items.flatMap(item => (isOfApcore(item, 'ModuleExample') ? [argumentsOf(item, EXAMPLE)] : []));
}

/** The fields of a dataclass that a call makes. */
function argumentsOf(call: PyCall, fields: readonly (readonly [string, Value])[]): Map<string, Value> {
  return new Map(
    fields.map(([name, otherwise], i): [string, Value] => {
      const value = argument(call, name, i);
      const json = value === undefined ? otherwise : jsonOf(value);
      return [name, json === undefined ? { unknown: name } : json];
    }),
  );
}
