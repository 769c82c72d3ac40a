import type { Imports } from '../../../syntax/python/imports';
import { literalValue, nameText } from '../../../syntax/python/literal';
import {
  children,
  childOfKind,
  firstChild,
  Kind,
  NONE,
  Operator,
  operatorOf,
  textOf,
  valueOf,
  type PythonTree,
} from '../../../syntax/python/tree';

/** An argument of `Field` that pydantic-core builds no validator with. */
export interface RefusedConstraint {
  readonly name: string;
  /** What its value has to be. */
  readonly wanted: string;
  readonly node: number;
}

/** What is looked at: a text, and what the names in it stand for. */
export interface ModelText {
  readonly tree: PythonTree;
  readonly imports: Imports;
}

/**
 * The argument of `Field`, in an annotation or beside it, that has no value of the kind that the type takes: `x: int = Field(gt=0.5)` is
 * "'gt' must be coercible to an integer". A call beside the annotation counts for the type itself, unless that is `Annotated` by others.
 */
export function refusedConstraint(text: ModelText, annotation: number, beside: number): RefusedConstraint | undefined {
  return refusedIn(text, firstChild(text.tree, annotation), beside === NONE ? [] : [beside]);
}

/** The refused argument among the calls of `Field` that constrain a type; other expressions that are `given` constrain nothing. */
function refusedIn(text: ModelText, type: number, given: readonly number[]): RefusedConstraint | undefined {
  const { tree } = text;
  if (type === NONE) return undefined;
  const [of, index] = tree.kind[type] === Kind.Subscript ? children(tree, type) : [];
  if (of === undefined || index === undefined) return refusedFor(text, inner(tree, type), given);
  const parts = tree.kind[index] === Kind.Tuple ? children(tree, index) : [index];
  const [first = NONE, ...metadata] = parts;
  if (isNamed(text, of, 'typing.Annotated')) {
    const fields = metadata.filter(each => keywordsOf(text, each).length > 0);
    // Behind a validator, or beside other constraints, they are checked when a value comes.
    if (fields.length < metadata.length) return refusedIn(text, first, []);
    return refusedIn(text, first, fields.length > 0 ? fields : given);
  }
  if (isNamed(text, of, 'typing.Optional')) return refusedIn(text, first, given);
  const own = refusedFor(text, of, given);
  return (
    own ?? parts.reduce<RefusedConstraint | undefined>((found, part) => found ?? refusedIn(text, part, []), undefined)
  );
}

/** `X` of `X | None`. */
function inner(tree: PythonTree, type: number): number {
  if (tree.kind[type] !== Kind.Binary || operatorOf(tree, type) !== Operator.BitOr) return type;
  const [left = NONE, right = NONE] = children(tree, type);
  if (textOf(tree, right) === 'None') return left;
  return textOf(tree, left) === 'None' ? right : type;
}

function refusedFor(text: ModelText, type: number, given: readonly number[]): RefusedConstraint | undefined {
  const written = nameText(text.tree, type);
  const wants = written === undefined ? undefined : TYPES.get(text.imports.resolve(written));
  for (const { name, node } of given.flatMap(each => keywordsOf(text, each))) {
    const wanted = wants?.get(name) ?? ANY.get(name);
    if (wanted?.refuses(literalValue(text.tree, node), textOf(text.tree, node)))
      return { name, wanted: wanted.is, node };
  }
  return undefined;
}

interface Wanted {
  readonly is: string;
  /** Whether a value is none of these for certain; what is no literal is an object. */
  refuses(value: unknown, written: string): boolean;
}

const WHOLE: Wanted = {
  is: 'a whole number',
  refuses: value =>
    (typeof value === 'number' && !Number.isInteger(value)) ||
    (typeof value === 'string' && !/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(value)),
};
const REAL: Wanted = { is: 'a number', refuses: value => typeof value === 'string' };
const LENGTH: Wanted = {
  is: 'a whole number from 0 on',
  refuses: (value, written) =>
    typeof value === 'string' || (typeof value === 'number' && (value < 0 || /[.eE]/.test(written))),
};
const PATTERN: Wanted = {
  is: 'a pattern without look-around',
  refuses: value =>
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && /\(\?<?[=!]/.test(value)),
};
const SWITCH: Wanted = {
  is: 'True or False',
  refuses: value => typeof value === 'number' || typeof value === 'string',
};

/** What only unions have: pydantic applies it to no other type. */
const FOR_UNIONS: readonly [string, Wanted][] = ['union_mode', 'discriminator'].map(name => [
  name,
  { is: 'left out, since this type is no union', refuses: value => typeof value === 'string' },
]);

const bounds = (wanted: Wanted): readonly [string, Wanted][] =>
  ['gt', 'ge', 'lt', 'le', 'multiple_of'].map(name => [name, wanted]);
const LENGTHS: readonly [string, Wanted][] = [
  ['min_length', LENGTH],
  ['max_length', LENGTH],
];

/** What the constraints of a type have to be. */
const TYPES: ReadonlyMap<string, ReadonlyMap<string, Wanted>> = new Map([
  ['int', new Map([...bounds(WHOLE), ...FOR_UNIONS])],
  ['pydantic.StrictInt', new Map([...bounds(WHOLE), ...FOR_UNIONS])],
  ['float', new Map([...bounds(REAL), ...FOR_UNIONS])],
  ['bool', new Map(FOR_UNIONS)],
  ['str', new Map([...LENGTHS, ...FOR_UNIONS, ['pattern', PATTERN]])],
  ...['list', 'set', 'frozenset', 'dict', 'bytes'].map(name => [name, new Map([...LENGTHS, ...FOR_UNIONS])] as const),
]);

/** Constraints that are checked whatever the type is. */
const ANY: ReadonlyMap<string, Wanted> = new Map([['strict', SWITCH]]);

/** The keywords of `Field(…)` with their values; none for anything else. */
export function keywordsOf(text: ModelText, call: number): { readonly name: string; readonly node: number }[] {
  const { tree } = text;
  if (call === NONE || tree.kind[call] !== Kind.Call || !isNamed(text, firstChild(tree, call), 'pydantic.Field'))
    return [];
  return children(tree, call).flatMap(argument => {
    const node = tree.kind[argument] === Kind.Keyword ? valueOf(tree, argument) : NONE;
    return node === NONE ? [] : [{ name: nameText(tree, childOfKind(tree, argument, Kind.Name)) ?? '', node }];
  });
}

/** Whether a name stands for something of a library; one that no import binds may come from `from pydantic import *`. */
export function isNamed({ tree, imports }: ModelText, node: number, name: string): boolean {
  const written = nameText(tree, node);
  if (written === undefined) return false;
  const resolved = imports.resolve(written);
  return resolved === name || (resolved === written && `pydantic.${written}` === name && STAR.test(tree.text));
}

const STAR = /^from[ \t]+pydantic[ \t]+import[ \t]+\*/m;
