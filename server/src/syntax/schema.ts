import { truncateName } from '../base/message-text';
import { nearest } from '../base/similarity';
import type { Span } from '../base/text';
import { entryOf, type YamlMapping, type YamlNode } from './yaml/tree';

/** A check that was compiled from a schema ahead of time (`server/src/generated/*-validator.ts`). */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly ValidatorError[] | null;
}

/** An error of a validator, as ajv gives it with `verbose`. */
export interface ValidatorError {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** Something in a YAML text that breaks its schema. */
export interface SchemaProblem {
  /** The keys and item numbers that lead to the value. */
  readonly path: readonly string[];
  readonly message: string;
  readonly span: Span;
  /** The value that is wrong, or the mapping that has a key too many or too few. */
  readonly node: YamlNode;
}

/**
 * What in `root` breaks a schema, in the order of the text. A key with nothing after its colon counts as absent, and of
 * a value that is not known (an alias that leads nowhere) nothing is said.
 */
export function checkAgainst(validate: Validator, root: YamlNode): SchemaProblem[] {
  if (validate(plain(root))) return [];
  const errors = validate.errors ?? [];
  // A value of the wrong type fits nothing else either.
  const mistyped = new Set(errors.filter(error => error.keyword === 'type').map(error => error.instancePath));
  return errors
    .filter(error => error.keyword === 'type' || !mistyped.has(error.instancePath))
    .flatMap(error => tell(error, root) ?? [])
    .sort((a, b) => a.span.start - b.span.start);
}

/** The node as the plain value that validators take. Without a prototype, so that `constructor` is a key like any other. */
function plain(node: YamlNode): unknown {
  if (node.type === 'scalar') return node.value;
  if (node.type === 'sequence') return node.items.map(plain);
  const value = Object.create(null) as Record<string, unknown>;
  for (const entry of node.entries)
    if (entry.value !== undefined && (entry.merged === undefined || !(entry.key.source in value)))
      value[entry.key.source] = plain(entry.value);
  return value;
}

function tell(error: ValidatorError, root: YamlNode): SchemaProblem | undefined {
  const path = error.instancePath.split('/').slice(1).map(unescape);
  const node = path.reduce<YamlNode | undefined>(child, root);
  if (node === undefined || (node.type === 'scalar' && node.as === 'unknown')) return undefined;
  const name = path.at(-1) ?? '';
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, path, node);
    case 'required': {
      const missing = String(error.params['missingProperty']);
      return { path, node, span: beginning(node), message: `'${missing}' is missing here` };
    }
    case 'enum':
      return { path, node, span: node.span, message: notAmong(error) };
    case 'type':
      return { path, node, span: beginning(node), message: wrongType(error, name) };
    case 'pattern':
      return {
        path,
        node,
        span: node.span,
        message: `${subject(name)} has to be ${String(error.parentSchema['x-pattern'])}`,
      };
    default:
      return { path, node, span: beginning(node), message: `${subject(name)} does not fit here` };
  }
}

function unknownKey({ params, parentSchema }: ValidatorError, path: string[], node: YamlNode): SchemaProblem {
  const key = String(params['additionalProperty']);
  const known = Object.keys(parentSchema['properties'] ?? {});
  const span = (node.type === 'mapping' ? keySpan(node, key) : undefined) ?? beginning(node);
  return { path, node, span, message: `There is no key '${truncateName(key)}' here${suggestion(key, known)}` };
}

function notAmong({ data, params, parentSchema }: ValidatorError): string {
  const allowed = (params['allowedValues'] as unknown[]).map(String);
  const value = typeof data === 'string' ? data : JSON.stringify(data);
  const name = parentSchema['x-name'];
  if (typeof name === 'string') return `There is no ${name} '${truncateName(value)}'${suggestion(value, allowed)}`;
  const isNear = nearest(value, allowed) !== undefined;
  return `'${truncateName(value)}' has to be ${list(allowed)}${isNear && allowed.length > 5 ? suggestion(value, allowed) : ''}`;
}

function wrongType({ data, params, parentSchema }: ValidatorError, name: string): string {
  const types = [parentSchema['x-type'] ?? params['type']].flat().map(String);
  const wanted = types.filter(type => type !== 'null').map(type => TYPES.get(type) ?? type);
  return `${subject(name)} has to be ${list(wanted)}, not ${kindOf(data)}`;
}

const TYPES = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a mapping'],
  ['boolean', 'true or false'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
]);

function kindOf(data: unknown): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a mapping';
  if (typeof data === 'string') return 'text';
  return typeof data === 'boolean' ? `${String(data)} (quote it to mean text)` : `a number (quote it to mean text)`;
}

/** What a message is about: a key, an item of a list, or the whole file. */
function subject(name: string): string {
  if (name === '') return 'This file';
  return /^\d+$/.test(name) ? 'An item of this list' : `'${truncateName(name)}'`;
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `. Did you mean '${near}'?`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : [words.slice(0, -1).join(', '), ...words.slice(-1)].join(' or ');
}

/** The value of a key or the item of a number. */
function child(node: YamlNode | undefined, step: string): YamlNode | undefined {
  if (node?.type === 'sequence') return node.items[Number(step)];
  if (node?.type !== 'mapping') return undefined;
  return (entryOf(node, step) ?? node.entries.findLast(({ key }) => key.source === step))?.value;
}

/** Where something is said about a whole collection: at its first key, or its first character. */
function beginning(node: YamlNode): Span {
  if (node.type === 'scalar' || node.alias !== undefined) return node.span;
  const first = node.type === 'mapping' ? node.entries.find(entry => entry.merged === undefined)?.key.span : undefined;
  return first ?? { start: node.span.start, end: Math.min(node.span.start + 1, node.span.end) };
}

/** A key that a merge brings stands elsewhere, so the place is the mapping's. */
function keySpan(node: YamlMapping, key: string): Span | undefined {
  return node.entries.findLast(entry => entry.key.source === key && entry.merged === undefined)?.key.span;
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
