import { compareStrings } from '../../base/collections';
import { isUnknown, jsonOf, type Value } from '../../model/value';
import type { Workspace } from '../../workspace';

/** The schemas of something that can be called; null where no text tells one, or the run time cannot make it. */
export interface StateSchemas {
  readonly kind: string;
  readonly name: string;
  readonly input: unknown;
  readonly output: unknown;
}

/** A field of a schema by whose change whoever calls, or reads the answer, can break. */
export interface BrokenField {
  readonly kind: string;
  readonly name: string;
  /** `input` breaks those that call, `output` those that read the answer. */
  readonly side: 'input' | 'output';
  /** Names from the schema down with dots; `[]` stands for the items of a list, `*` for any key, and an empty text for the whole schema. */
  readonly field: string;
  /**
   * `removed`; `required`: callers have to give it now; `type`: what was taken is not any longer, or what is given was not before;
   * `values`: the same of an enumeration; `unknown`: one of the states does not tell its schema.
   */
  readonly change: 'removed' | 'required' | 'type' | 'values' | 'unknown';
  /** What was taken or given: types or values; null where the change has none. */
  readonly before: readonly unknown[] | null;
  readonly after: readonly unknown[] | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The schemas of everything that can be called, sorted by name. Texts are read for this, which takes long. */
export function schemasOf(workspace: Workspace): StateSchemas[] {
  return workspace.answers
    .flatMap(each => {
      const items = each.schemas?.(workspace.lookup, path => workspace.source(path)) ?? [];
      return items.map(({ name, input, output }) => ({
        kind: each.kind,
        name,
        input: schemaJson(input),
        output: schemaJson(output),
      }));
    })
    .sort((a, b) => compareStrings(a.kind, b.kind) || compareStrings(a.name, b.name));
}

function schemaJson(value: Value | undefined): unknown {
  return value === undefined || isUnknown(value) ? null : jsonOf(value);
}

/** What broke of all that both states have. States without schemas, such as snapshots of older versions, are not compared. */
export function brokenFields(
  before: readonly StateSchemas[] | undefined,
  after: readonly StateSchemas[] | undefined,
): BrokenField[] {
  if (before === undefined || after === undefined) return [];
  const old = new Map(before.map(each => [`${each.kind}\0${each.name}`, each]));
  return after.flatMap(now => {
    const then = old.get(`${now.kind}\0${now.name}`);
    if (then === undefined) return [];
    return (['input', 'output'] as const).flatMap(side =>
      breaksOf(then[side], now[side], side).map(each => ({ kind: now.kind, name: now.name, side, ...each })),
    );
  });
}

type Break = Pick<BrokenField, 'field' | 'change' | 'before' | 'after'>;

/** Two schemas that are compared, with the whole schemas whose `$defs` they refer to. */
interface Comparison {
  readonly side: BrokenField['side'];
  readonly roots: readonly [before: Json, after: Json];
  /**
   * The pairs of references that have been compared: models may hold themselves, and what broke in one is said where it is met first. Going through
   * a model once for each way that leads to it would take a time that doubles with each model on the way.
   */
  readonly seen: Set<string>;
}

function breaksOf(before: unknown, after: unknown, side: BrokenField['side']): Break[] {
  if (!isObject(before) || !isObject(after)) {
    const isOne = isObject(before) || isObject(after);
    return isOne ? [{ field: '', change: 'unknown', before: null, after: null }] : [];
  }
  return [...fieldBreaks('', before, after, { side, roots: [before, after], seen: new Set() })];
}

function* fieldBreaks(field: string, before: unknown, after: unknown, how: Comparison): Generator<Break> {
  const pair = `${referenceOf(before)}\0${referenceOf(after)}`;
  if (pair !== '\0' && how.seen.has(pair)) return;
  how.seen.add(pair);
  const [old, now] = [target(before, how.roots[0]), target(after, how.roots[1])];
  // What only running code tells is neither broken nor whole.
  if (old === undefined || now === undefined) return;
  const types = narrowed(typesOf(old), typesOf(now), how.side, isWithin);
  if (types !== undefined) {
    yield { field, change: 'type', ...types };
    return;
  }
  const values = narrowed(valuesOf(old), valuesOf(now), how.side, (value, others) => others.includes(value));
  if (values !== undefined) yield { field, change: 'values', ...values };
  yield* propertyBreaks(field, old, now, how);
  if (isObject(old['items']) && isObject(now['items']))
    yield* fieldBreaks(`${field}[]`, old['items'], now['items'], how);
  const [others, othersNow] = [old['additionalProperties'], now['additionalProperties']];
  if (isObject(others) && isObject(othersNow)) yield* fieldBreaks(below(field, '*'), others, othersNow, how);
}

function* propertyBreaks(field: string, before: Json, after: Json, how: Comparison): Generator<Break> {
  const [old, now] = [before['properties'], after['properties']];
  if (!isObject(old) || !isObject(now) || isOpen(old) || isOpen(now)) return;
  const none = { before: null, after: null };
  for (const [name, schema] of Object.entries(old)) {
    if (Object.hasOwn(now, name)) yield* fieldBreaks(below(field, name), schema, now[name], how);
    // A model that takes any further field goes on to take it.
    else if (how.side === 'output' || after['additionalProperties'] !== true)
      yield { field: below(field, name), change: 'removed', ...none };
  }
  const [needed, neededNow] = [before['required'] ?? [], after['required'] ?? []];
  // In an answer, a field that is not required is there by its default: only callers are asked for more.
  if (how.side === 'output' || !Array.isArray(needed) || !Array.isArray(neededNow)) return;
  for (const name of neededNow as unknown[])
    if (typeof name === 'string' && !needed.includes(name))
      yield { field: below(field, name), change: 'required', ...none };
}

/** The two sets where callers may give what is not taken any longer, or readers get what was not given before; undefined where neither. */
function narrowed(
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  side: BrokenField['side'],
  has: (value: unknown, among: readonly unknown[]) => boolean,
): Pick<BrokenField, 'before' | 'after'> | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [from, to] = side === 'input' ? [before, after] : [after, before];
  return from.every(each => has(each, to)) ? undefined : { before, after };
}

/** Whether a type of JSON Schema is one of others; every integer is a number. */
function isWithin(type: unknown, types: readonly unknown[]): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** The types that a schema allows; undefined where it does not name them plainly. */
function typesOf({ type, anyOf }: Json): unknown[] | undefined {
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type as unknown[];
  if (!Array.isArray(anyOf)) return undefined;
  const all = anyOf.map(each => (isObject(each) && !isOpen(each) ? typesOf(each) : undefined));
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap(each => each ?? []))];
}

/** The values that a schema allows, if those are a list of plain ones. */
function valuesOf(schema: Json): unknown[] | undefined {
  const values = 'const' in schema ? [schema['const']] : schema['enum'];
  return Array.isArray(values) && values.every(each => !isObject(each) && !Array.isArray(each)) ? values : undefined;
}

/** What stands where only running code would tell more, see `SchemaItem`. */
function isOpen({ $comment: said }: Json): boolean {
  return typeof said === 'string' && said.startsWith('cannot tell');
}

function referenceOf(schema: unknown): string {
  return isObject(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : '';
}

/** What a schema refers to in `$defs`, or the schema itself; undefined where that cannot be told. */
function target(schema: unknown, root: Json): Json | undefined {
  const [, name] = referenceOf(schema).split('#/$defs/');
  const definitions = root['$defs'];
  const found = name === undefined ? schema : isObject(definitions) ? definitions[name] : undefined;
  return isObject(found) && !isOpen(found) ? found : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function below(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
